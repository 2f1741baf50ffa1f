import { getNullableType, isListType, isObjectType, isUnionType } from 'graphql'
import type {
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLUnionType,
} from 'graphql'
import { actingRole } from '../access/permissions.ts'
import type { Viewer } from '../access/viewer.ts'
import type { AuditRecordType } from '../platform/audit-vocabulary.ts'
import type { Context } from './context.ts'
import type { Personal, Shown } from './personal.ts'
import type { AskedField } from './root-fields.ts'

type Gather = (value: unknown, context: Context, info: GraphQLResolveInfo) => void

/** How the type or field is marked. */
export function personalOf({ extensions }: { extensions: object }): Personal<unknown> | undefined {
  const options = 'pothosOptions' in extensions ? extensions.pothosOptions : undefined
  return options && typeof options === 'object' && 'personal' in options
    ? (options.personal as Personal<unknown>)
    : undefined
}

/**
 * Has each field that hands out rows of a marked type gather whose they are, and each marked field whose object's. A list gathers as a
 * whole, so that nothing is called for each of its cells.
 */
export function gatherShown(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isEdge(type)) continue
    for (const field of Object.values(type.getFields())) {
      const ofValue = gathererOf(field.type)
      const mark = personalOf(field)
      const ofObject = mark?.how === 'SHOWN' ? gathererOfMark(mark) : undefined
      if (ofValue ?? ofObject) field.resolve = gathering(field, ofValue, ofObject)
    }
  }
  return schema
}

function gathering(
  { name, resolve }: GraphQLField<unknown, unknown>,
  ofValue: Gather | undefined,
  ofObject: Gather | undefined,
): GraphQLFieldResolver<unknown, unknown> {
  const read: GraphQLFieldResolver<unknown, unknown> = resolve ?? ((parent) => propertyOf(parent, name))
  return (parent, args, context, info) => {
    const take = (value: unknown) => {
      ofValue?.(value, context as Context, info)
      if (value !== null && value !== undefined) ofObject?.(parent, context as Context, info)
      return value
    }
    const value = read(parent, args, context, info)
    return value instanceof Promise ? value.then(take) : take(value)
  }
}

/** What a value of this type shows, if anything; a connection shows what its nodes do. */
function gathererOf(type: GraphQLOutputType): Gather | undefined {
  const inner = getNullableType(type)
  if (isListType(inner)) {
    const ofItem = gathererOf(inner.ofType)
    return (
      ofItem && ((items, context, info) => Array.isArray(items) && items.forEach((item) => ofItem(item, context, info)))
    )
  }
  if (isUnionType(inner)) return gathererOfUnion(inner)
  if (!isObjectType(inner)) return undefined
  const mark = personalOf(inner)
  if (mark?.how === 'SHOWN') return gathererOfMark(mark)
  const within = isEdge(inner) ? 'node' : 'edges' in inner.getFields() ? 'edges' : undefined
  const ofWithin = within && gathererOf((inner.getFields()[within] as GraphQLField<unknown, unknown>).type)
  return within && ofWithin ? (value, context, info) => ofWithin(propertyOf(value, within), context, info) : undefined
}

function gathererOfMark({ action, recordType, of }: Shown<unknown>): Gather {
  const kind = `${action} ${recordType}`
  return (row, context) => {
    if (row === null || row === undefined || row instanceof Error || !context.viewer) return
    const id = of(row)
    if (!id || isOwn(context.viewer, recordType, id)) return
    context.shown ??= new Map()
    const found = context.shown.get(kind)
    if (found) found.ids.add(id)
    else context.shown.set(kind, { action, recordType, ids: new Set([id]) })
  }
}

/** Which of a union's members a value is, the union says by itself, as it will say once more for the answer. */
function gathererOfUnion(union: GraphQLUnionType): Gather | undefined {
  const ofMember = new Map(
    union.getTypes().flatMap((member) => {
      const gather = gathererOf(member)
      return gather ? [[member.name, gather] as const] : []
    }),
  )
  const { resolveType } = union
  if (ofMember.size === 0 || !resolveType) return undefined
  return (value, context, info) => {
    if (value === null || value === undefined || value instanceof Error) return
    const member = resolveType(value, context, info, union)
    if (typeof member !== 'string') throw new Error(`${union.name} does not say at once which member a value is.`)
    ofMember.get(member)?.(value, context, info)
  }
}

/** Their own record, and of a unit its own and its clerks, who are all that a clerk is shown: nobody else has looked. */
function isOwn(viewer: Viewer, recordType: AuditRecordType, id: string): boolean {
  if (viewer.kind === 'INSURED') return recordType === 'Individual' && id === viewer.individualId
  if (viewer.kind !== 'EMPLOYER') return false
  return recordType === 'Account' || (recordType === 'Employer' && id === viewer.employerId)
}

const isEdge = (type: GraphQLObjectType): boolean => type.name.endsWith('Edge') && 'node' in type.getFields()

const propertyOf = (value: unknown, name: string): unknown =>
  value && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined

/** Writes who is handed what, before it is handed out: an answer that cannot be written down is not given. */
export async function noteShown(context: Context, fields: readonly AskedField[]): Promise<void> {
  const { shown, viewer, platform } = context
  if (!shown || !viewer) return
  const role = fields
    .map(({ held }) => (held === 'public' || held === 'its own' ? undefined : actingRole(viewer, held)))
    .find((one) => one !== undefined)
  for (const { action, recordType, ids } of shown.values())
    await platform.audit.recordReadOfMany(
      { actorKind: viewer.kind, actorId: viewer.accountId, role, action, recordType, recordIds: [...ids] },
      context,
    )
}
