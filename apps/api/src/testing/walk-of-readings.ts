import { execute, getNamedType, isLeafType, isObjectType, isRequiredArgument, isUnionType, parse } from 'graphql'
import type { GraphQLField, GraphQLObjectType, GraphQLOutputType } from 'graphql'
import type { Context } from '../graphql/context.ts'
import { noteShown, personalOf } from '../graphql/note-shown.ts'
import { listRootFields } from '../graphql/root-fields.ts'
import { schema } from '../graphql/schema.ts'
import type { Platform } from '../platform/platform.ts'
import { staffRoles } from '../access/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import { staffMay } from '../access/permissions.ts'
import { bySubject, permissionOf } from '../graphql/permission-of-field.ts'
import { staffViewer } from './ask.ts'
import { callField } from './call-field.ts'

type Field = GraphQLField<unknown, unknown>

/** As deep as the client asks at most, and as many rows as tell whether any is noted. */
const deepest = 8
const rowsOfList = 20

/** Whether a type, or what it leads to, says that it is data of people. */
const leads = new Map<string, boolean>()
for (let changed = true; changed;) {
  changed = false
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || leads.get(type.name)) continue
    const reaches =
      personalOf(type) !== undefined ||
      Object.values(type.getFields()).some(
        (field) => personalOf(field) || membersOf(field.type).some(({ name }) => leads.get(name)),
      )
    if (reaches) leads.set(type.name, (changed = true))
  }
}

function membersOf(type: GraphQLOutputType): readonly GraphQLObjectType[] {
  const named = getNamedType(type)
  if (isUnionType(named)) return named.getTypes()
  return isObjectType(named) ? [named] : []
}

/** The root queries by which staff can reach data of people. */
function personalQueries(): Field[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => {
    const held = field.name === bySubject ? 'premium:explain' : permissionOf(field)
    if (!held || held === 'public' || !staffMay(staffRoles, held)) return false
    return membersOf(field.type).some(({ name }) => leads.get(name))
  })
}

/** Everything below a type that is a word, and what leads to data of people; a type stands in its own selection once. */
function selectionOf(type: GraphQLOutputType, above: readonly string[]): string {
  const members = membersOf(type)
  const parts = members.map((member) => {
    if (above.includes(member.name) || above.length > deepest) return ''
    const path = [...above, member.name]
    const fields = Object.values(member.getFields()).flatMap((field) => {
      const held = permissionOf(field)
      if (field.args.some(isRequiredArgument) || (held && held !== 'public' && !staffMay(staffRoles, held))) return []
      if (isLeafType(getNamedType(field.type)))
        return getNamedType(field.type).name === 'Explanation' ? [] : [field.name]
      if (!membersOf(field.type).some(({ name }) => leads.get(name))) return []
      const first = field.args.some(({ name }) => name === 'first') ? `(first: ${rowsOfList})` : ''
      const below = selectionOf(field.type, path)
      return below === '' ? [] : [`${field.name}${first}${below}`]
    })
    return members.length > 1 ? `... on ${member.name} { __typename ${fields.join(' ')} }` : fields.join(' ')
  })
  const inner = parts.join(' ').trim()
  return inner === '' ? '' : ` { ${inner} }`
}

/** Asks a root query for all that it has of people, as the server answers it but for its limits. */
async function lookAt(platform: Platform, viewer: Viewer, field: Field, given: Readonly<Record<string, unknown>>) {
  const pages = field.args.some(({ name }) => name === 'first') ? { first: rowsOfList } : {}
  const { source, variables } = callField('query', field, { ...pages, ...given })
  const document = parse(source.replace(' { __typename }', selectionOf(field.type, [])))
  const contextValue: Context = {
    platform,
    viewer,
    cookie: { token: undefined, set: () => undefined, clear: () => undefined },
    origin: 'walk',
    userAgent: 'walk',
    requestId: 'walk',
  }
  const { data, errors = [] } = await execute({ schema, document, contextValue, variableValues: variables })
  await noteShown(contextValue, listRootFields(schema, document))
  return { texts: new Set(textsOf(data)), errors: errors.map(({ message }) => message) }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

export interface WalkedQuery {
  name: string
  errors: readonly string[]
  /** Readings that were written down, by action and kind of record. */
  readings: readonly string[]
  /** Masked numbers and names of people that stand in the answer, and of whom no reading says so. */
  unnoted: readonly string[]
}

interface Entry {
  action: string
  recordType: string
  recordId: string
  records: string[] | null
}

/** A list of a unit is one reading, which stands with the list: its people are found by it (desk/reading). */
const lists: ReadonlySet<string> = new Set(['Declaration', 'Employer', 'PaymentNotice'])

/**
 * Calls every root query by which staff reach data of people, each as somebody who has looked at nothing yet, and holds what came back
 * against the trail. What is looked for in the answers are the numbers and names of the register, so that a type which nobody marked
 * is found as well.
 */
export async function walkReadings(
  platform: Platform,
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<WalkedQuery[]> {
  const people = await platform.database.query<{ id: string; idMasked: string; nameMasked: string }>({
    text: 'SELECT id, id_masked AS "idMasked", name_masked AS "nameMasked" FROM individual',
  })
  const bearers = new Map<string, Set<string>>()
  for (const { id, ...masks } of people)
    for (const mask of [masks.idMasked, masks.nameMasked, `${masks.nameMasked} ${masks.idMasked}`])
      bearers.set(mask, (bearers.get(mask) ?? new Set()).add(id))
  const walked: WalkedQuery[] = []
  for (const field of personalQueries()) {
    const viewer = staffViewer(staffRoles)
    const { texts, errors } = await lookAt(platform, viewer, field, given[field.name] ?? {})
    const entries = await platform.database.query<Entry>(
      {
        text: `SELECT action, record_type AS "recordType", record_id AS "recordId", change -> 'records' AS records
          FROM audit_event WHERE actor_id = $1`,
      },
      [viewer.accountId],
    )
    const noted = new Set(entries.flatMap(({ recordId, records }) => records ?? [recordId]))
    const byList = entries.some(({ recordType }) => lists.has(recordType))
    const isNoted = (text: string) => byList || [...(bearers.get(text) ?? [])].some((id) => noted.has(id))
    const unnoted = [...texts].filter((text) => bearers.has(text) && !isNoted(text))
    const readings = entries.map(({ action, recordType }) => `${action} ${recordType}`)
    walked.push({ name: field.name, errors, readings: [...new Set(readings)], unnoted })
  }
  return walked
}
