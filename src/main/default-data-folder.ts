import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const FOLDER_NAME = '要点台账'

/** Where a person's ledger lies when nobody says otherwise: the platform's folder for local program data. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  return join(programDataFolder(platform, environment, home), FOLDER_NAME)
}

function programDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): string {
  // Local, not roaming: a database must not be copied about by a domain's roaming profiles.
  if (platform === 'win32') return environment.LOCALAPPDATA || join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  const named = environment.XDG_DATA_HOME
  // The XDG rules say that a relative path there is to be ignored.
  return named !== undefined && isAbsolute(named) ? named : join(home, '.local', 'share')
}
