/** The department and month that the review drawer shows. */
export interface Reviewed {
  readonly department: string
  readonly month: string
}
