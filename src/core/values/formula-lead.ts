// How a text begins that a spreadsheet would take for a formula when somebody edits its cell, or opens it as CSV.

/** Blanks of any kind and marks without width: they do not protect, they are trimmed sooner or later. */
export const UNSEEN = '\\s\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff'
/** = + - @ and their full-width forms, which Chinese editions turn into the plain ones. */
export const FORMULA_MARKS = '=+\\-@＝＋－＠'
