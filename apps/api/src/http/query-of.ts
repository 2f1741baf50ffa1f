import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badInput } from '../access/refusal.ts'

/** The part of an address behind the question mark, read by a schema. Throws BAD_USER_INPUT that names the parameter. */
export function queryOf<Schema extends z.ZodType>(request: FastifyRequest, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(request.query)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw badInput(
    String(issue?.path[0] ?? 'query'),
    'This part of the address is given twice or is not what it should be.',
  )
}

/** In which language a paper is wanted; anything but English is Chinese. */
export const languageQuery = z
  .string()
  .optional()
  .transform((language) => (language === 'en' ? ('en' as const) : ('zh-CN' as const)))

/** A parameter that holds JSON of this shape. */
export const jsonText = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .max(20_000)
    .transform((text, context) => {
      try {
        const parsed: unknown = JSON.parse(text)
        return parsed
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(schema)
