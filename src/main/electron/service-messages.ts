// What the window's process and the service process say to each other. Both ends are ours and of one build, so the
// messages are told apart by their kind alone; what a page sends inside them is checked by the application.
import type { Answer } from '../../contract/api.ts'
import type { HelperName } from '../helpers/helper-process.ts'

/** Window's process → service process. */
export type ToService =
  /** the first message, once */
  | { readonly kind: 'start'; readonly dataFolder: string }
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly actor: string | null
    }
  | { readonly kind: 'helper-said'; readonly id: number; readonly message: unknown }
  | { readonly kind: 'helper-ended'; readonly id: number }
  | { readonly kind: 'close' }

/** Service process → window's process. */
export type FromService =
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly answer: Answer
      /** who acts from now on; present only when the call changed it */
      readonly actor?: string | null
    }
  | { readonly kind: 'open-folder'; readonly folder: string }
  /** only the window's process can start another utility process; what the two say to each other passes through it */
  | { readonly kind: 'start-helper'; readonly id: number; readonly name: HelperName }
  | { readonly kind: 'tell-helper'; readonly id: number; readonly message: unknown }
  | { readonly kind: 'end-helper'; readonly id: number }
