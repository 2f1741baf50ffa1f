import { isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { badInput, Refusal } from '../access/refusal.ts'

/**
 * A cursor that somebody wrote by hand may decode well and still hold what its list is not sorted by: a fraction for a count, a word
 * for an instant. The database says so before it reads a row, and it is the asker's mistake and not ours.
 */
export function guardCursors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve || !field.args.some(({ name }) => name === 'after')) continue
      field.resolve = (parent, args: Readonly<Record<string, unknown>>, context, info) => {
        const answer: unknown = resolve(parent, args, context, info)
        const after = args['after']
        if (after === null || after === undefined || !(answer instanceof Promise)) return answer
        return answer.catch((error: unknown) => {
          throw isOfTheCursor(error) ? badInput('after', 'This is no cursor of this list.') : error
        })
      }
    }
  }
  return schema
}

/** SQLSTATE of class 22: a value that its type cannot hold. */
const dataException = /^22[0-9A-Z]{3}$/

function isOfTheCursor(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof Refusal) return false
  if ('code' in error && typeof error.code === 'string' && dataException.test(error.code)) return true
  return 'cause' in error && isOfTheCursor(error.cause)
}
