import { may } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Clerk } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findAnyDeclaration, lockAnyDeclaration } from '../declaration/index.ts'
import type { DeclarationKind, DeclarationRow, EditRefusal } from '../declaration/index.ts'
import type { DisputedField } from './confirmation-codes.ts'
import type { ConfirmedContent } from './confirmed-content.ts'
import type { Disagreement } from './said.ts'

/** One person of a list. Whoever stands in several rows is asked once, at the first of them, about all. */
export interface ListedPerson {
  row: number
  name: string
  idNumber: string
  mobile: string | undefined
  idHash: Uint8Array | null
  /** A keyed hash of everything the person is shown; worked out only for whom it is compared. */
  mark: () => Uint8Array
}

export interface OpenedPerson extends ListedPerson {
  content: ConfirmedContent
}

/** What the row says of a field, in the kind in which it is disputed. */
export type Ours = Readonly<Partial<Record<DisputedField, string | number | undefined>>>

export interface StoredRow {
  rowNo: number
  personal: Uint8Array
  content: object
}

export interface Taking {
  rowNo: number
  idHash: Uint8Array
  disagreements: readonly Disagreement[]
  take: readonly DisputedField[]
  origin: string
}

/** A kind of declaration whose people may be asked: the annual list, and the joins and bases of a month. */
export interface AskedList {
  /** What a person may say is different of what this list shows them. */
  readonly disputable: readonly DisputedField[]
  editRefusal(declaration: DeclarationRow): EditRefusal | undefined
  /** As long as this stays, no row says something else. */
  stateOf(platform: Platform, declaration: DeclarationRow): Promise<string>
  /** Everybody, or who stands in these rows. */
  people(platform: Platform, declaration: DeclarationRow, rowNos?: readonly number[]): Promise<readonly ListedPerson[]>
  person(platform: Platform, declaration: DeclarationRow, idHash: Uint8Array): Promise<OpenedPerson | undefined>
  /** A stored row as the employer sees it. */
  show(platform: Platform, row: StoredRow): { name: string; ours: Ours }
  /** Writes what was taken over into the list; with whoever the person is afterwards. */
  take(platform: Platform, viewer: Clerk, declaration: DeclarationRow, taking: Taking): Promise<ListedPerson>
}

const lists = new Map<string, AskedList>()

/** Each kind of declaration brings its own list. */
export function addAskedList(kind: DeclarationKind, list: AskedList): void {
  lists.set(kind, list)
}

export function askedListOf({ kind }: { kind: string }): AskedList {
  const list = lists.get(kind)
  if (!list) throw new Error('Nobody is asked about this kind of declaration.')
  return list
}

export interface OwnList {
  declaration: DeclarationRow
  list: AskedList
  refusal: EditRefusal | undefined
}

/** The employer's own list, held until the transaction ends; for everybody else it does not exist. */
export async function lockOwnList(platform: Platform, viewer: Clerk, declarationId: string): Promise<OwnList> {
  const declaration = await lockAnyDeclaration(platform, declarationId)
  if (!declaration || !may(viewer, 'draft:edit', declaration)) throw notFound('declaration')
  const list = askedListOf(declaration)
  return { declaration, list, refusal: list.editRefusal(declaration) }
}

export async function findList(platform: Platform, declarationId: string): Promise<OwnList | undefined> {
  const declaration = await findAnyDeclaration(platform, declarationId)
  if (!declaration) return undefined
  const list = askedListOf(declaration)
  return { declaration, list, refusal: list.editRefusal(declaration) }
}
