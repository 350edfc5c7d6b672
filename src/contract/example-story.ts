// The shipped story of 示例数据 (resources/example-story.json) as a file format.
import { z } from 'zod'
import { departmentMonth, person, reason, recordSheet } from './schemas.ts'

const step = z.strictObject({
  at: z.string(),
  as: z.string(),
  addPerson: person.optional(),
  record: recordSheet.optional(),
  submit: departmentMonth.optional(),
  sendBack: departmentMonth.extend({ reason }).optional(),
  accept: departmentMonth.optional(),
})

/** The shipped story of the example: who is there, and what they did, in order of time. */
export const exampleStory = z.strictObject({
  note: z.string(),
  bureauName: z.string(),
  startedAt: z.string(),
  office: z.string(),
  steps: z.array(step),
})

export type ExampleStep = z.output<typeof step>
