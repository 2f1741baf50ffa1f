import { isObjectType } from 'graphql'
import type { GraphQLField } from 'graphql'
import { expect, it } from 'vitest'
import { schema } from './schema.ts'

const fieldsOf = (name: string): Record<string, GraphQLField<unknown, unknown>> => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`no object type ${name}`)
  return type.getFields()
}

it('leaves a property of the same name to GraphQL itself', () => {
  const { period, pensionBase } = fieldsOf('PremiumPayment')
  expect([period?.resolve, pensionBase?.resolve]).toEqual([undefined, undefined])
})

it('keeps the resolver of a property of another name, of one that is made, and of one that is guarded', () => {
  const { actionCode } = fieldsOf('AuditEvent')
  expect(actionCode?.resolve?.({ action: 'SIGN_IN' }, {}, {}, {} as never)).toBe('SIGN_IN')
  expect(fieldsOf('PremiumPayment')['id']?.resolve).toBeDefined()
  const guarded = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ extensions }) => (extensions['pothosOptions'] as { authScopes?: unknown } | undefined)?.authScopes)
  expect(guarded.length).toBeGreaterThan(100)
  expect(guarded.filter(({ resolve }) => resolve === undefined).map(({ name }) => name)).toEqual([])
})
