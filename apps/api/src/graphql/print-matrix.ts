import { join } from 'node:path'
import { getNamedType, isAbstractType, isObjectType } from 'graphql'
import type { GraphQLNamedType } from 'graphql'
import { permissions } from '../access/permission-table.ts'
import type { Grant, Reach } from '../access/permission-table.ts'
import { partnerKinds, staffRoles } from '../access/viewer.ts'
import { derivationPermissions } from './derivation.ts'
import { bySubject, permissionOf } from './permission-of-field.ts'
import { schema } from './schema.ts'

export const matrixFile = join(import.meta.dirname, '../../../../docs/security/matrix.csv')

type Held = ReturnType<typeof permissionOf>
/** Of the asker's own employer or person, and of another's. */
type Owner = 'own' | 'other'
const owners: readonly Owner[] = ['own', 'other']

const askers = [
  'anonymous',
  'clerk',
  'insured',
  ...staffRoles.map((role) => `staff ${role}` as const),
  ...partnerKinds.map((kind) => `partner ${kind}` as const),
] as const
export type MatrixAsker = (typeof askers)[number]

/** Every asker with every owner, as the columns stand. */
const matrixColumns: readonly { asker: MatrixAsker; owner: Owner }[] = askers.flatMap((asker) =>
  owners.filter((owner) => owner === 'other' || asker !== 'anonymous').map((owner) => ({ asker, owner })),
)

function reachOf(grant: Grant, asker: MatrixAsker): Reach | undefined {
  if (asker === 'clerk') return grant.clerk
  if (asker === 'insured') return grant.insured
  const role = staffRoles.find((one) => asker === `staff ${one}`)
  if (role) return grant.staff?.[role]
  const kind = partnerKinds.find((one) => asker === `partner ${one}`)
  return kind && grant.partner?.[kind]
}

/** What a signed-in asker with every duty is answered: `yes`, `no`, or as if the row did not exist. */
export function answerOf(held: Held, asker: MatrixAsker, owner: Owner): 'yes' | 'no' | 'hidden' {
  if (held === 'public') return 'yes'
  const reach = held && reachOf(permissions[held], asker)
  if (!reach) return 'no'
  return reach === 'any' || owner === 'own' ? 'yes' : 'hidden'
}

interface Line {
  field: string
  permission: string
  answers: readonly string[]
}

const objects = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))

/** Every field that asks for a permission, and each subject of the one that asks for its subject's. */
const guarded: { name: string; held: NonNullable<Held>; gives: GraphQLNamedType }[] = objects.flatMap((type) =>
  Object.values(type.getFields()).flatMap((field) => {
    const name = `${type.name}.${field.name}`
    const gives = getNamedType(field.type)
    if (field.name === bySubject && type === schema.getQueryType())
      return derivationPermissions().map(([subject, held]) => ({ name: `${name}(${subject})`, held, gives }))
    const held = permissionOf(field)
    return held ? [{ name, held, gives }] : []
  }),
)

/** Through which permissions an object is reached: from a field that asks for one, over fields that ask for none. */
function listWaysIn(): Map<string, Set<NonNullable<Held>>> {
  const ways = new Map<string, Set<NonNullable<Held>>>()
  const enter = (type: GraphQLNamedType, held: NonNullable<Held>): void => {
    if (isAbstractType(type)) return schema.getPossibleTypes(type).forEach((one) => enter(one, held))
    if (!isObjectType(type)) return
    const known = ways.get(type.name) ?? new Set<NonNullable<Held>>()
    ways.set(type.name, known)
    if (known.has(held)) return
    known.add(held)
    for (const field of Object.values(type.getFields())) if (!permissionOf(field)) enter(getNamedType(field.type), held)
  }
  for (const { held, gives } of guarded) enter(gives, held)
  return ways
}

const rank = ['no', 'hidden', 'yes'] as const
const best = (answers: readonly (typeof rank)[number][]) =>
  rank[Math.max(...answers.map((one) => rank.indexOf(one)))] ?? 'no'

/**
 * Every field × role × owner, as it is committed; a test fails when the file says something else. A field that asks for a permission
 * has a line of its own; all others of an object are read by whoever reaches the object, by any of the permissions that lead to it.
 */
export function printMatrix(): string {
  const own = guarded.map(({ name, held }): Line => ({
    field: name,
    permission: held,
    answers: matrixColumns.map(({ asker, owner }) => answerOf(held, asker, owner)),
  }))
  const ofObjects = [...listWaysIn()].map(([type, ways]): Line => ({
    field: `${type}.*`,
    permission: [...ways].toSorted().join(' '),
    answers: matrixColumns.map(({ asker, owner }) => best([...ways].map((held) => answerOf(held, asker, owner)))),
  }))
  const lines = [...own, ...ofObjects].toSorted((a, b) => (a.field < b.field ? -1 : 1))
  const head = ['field', 'permission', ...matrixColumns.map(({ asker, owner }) => `${asker}: ${owner}`)]
  const cells = [head, ...lines.map(({ field, permission, answers }) => [field, permission, ...answers])]
  return `${cells.map((line) => line.join(',')).join('\n')}\n`
}
