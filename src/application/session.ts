/** Who acts in one window, browser session or command; held by the host, never sent by a screen. */
export interface Session {
  actor: string | null
}
