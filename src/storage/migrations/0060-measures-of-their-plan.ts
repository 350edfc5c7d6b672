// A measure carried into next year's plan begins afresh there: the lights kept of such months are worked out anew.
export const number = 60

export const sql = `
UPDATE derived_status SET rebuild_due = 1;
`
