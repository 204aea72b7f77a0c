import { z } from 'zod'

/** Bounds on the work of one document. */
export const limitsSchema = z.strictObject({
  seconds: z.number().positive(),
  /** Of resident memory. */
  mebibytes: z.number().positive(),
})

export type Limits = Readonly<z.infer<typeof limitsSchema>>
