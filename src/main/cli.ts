// The command line: the third host of the contract, for unattended work and for checking figures without a screen.
import { CommanderError } from 'commander'
import { buildProgram } from './cli/program.ts'
import { CommandRefused, printRefusal } from './cli/refusal.ts'
import { usageSentence } from './cli/usage-error.ts'

/** 0 done, 1 refused, 2 bad usage. */
async function main(): Promise<number> {
  const program = buildProgram()
  try {
    await program.parseAsync(process.argv)
    return 0
  } catch (error) {
    if (error instanceof CommandRefused) {
      printRefusal(error, process.argv.includes('--json'))
      return 1
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      // Asking for a group without a command shows its help, which is answer enough.
      if (error.code !== 'commander.help') process.stderr.write(`${usageSentence(error)}\n`)
      return 2
    }
    throw error
  }
}

// A reader that has seen enough (| head) closes the pipe; that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const code = await main()
if (code !== 0) process.exitCode = code
