import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { readPersonnelDraft } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { OwnRow, Sources } from './roster-book.ts'
import { WorkbenchLastYearDocument, WorkbenchOwnDocument, WorkbenchRegisterDocument } from './workbench.generated.ts'

/** Asks the office one thing; throws `SessionEnded` when nobody is signed in any more. */
export type AskOffice = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>

export class SessionEnded extends Error {}

export interface Loaded extends Sources {
  revision: number
}

/** The office hands out as many at a time. */
const PAGE = 2_500

/** The three lists, each page by page, all at once; `onPeople` hears of every page. */
export async function loadSources(ask: AskOffice, id: string, onPeople: (people: number) => void): Promise<Loaded> {
  let people = 0
  const count = (more: number) => onPeople((people += more))
  const [own, register, lastYear] = await Promise.all([
    loadOwn(ask, id, count),
    loadList(
      async (after) => (await ask(WorkbenchRegisterDocument, { id, after })).declaration.registeredPeople,
      count,
    ),
    loadList(async (after) => (await ask(WorkbenchLastYearDocument, { id, after })).declaration.lastYearPeople, count),
  ])
  return { ...own, register: register ?? [], lastYear }
}

/** The own list as it is at the office now. Whoever changes it while it is read makes the reading begin anew. */
export async function loadOwn(
  ask: AskOffice,
  id: string,
  onPeople: (people: number) => void,
): Promise<{ own: OwnRow[]; revision: number }> {
  for (;;) {
    const own: OwnRow[] = []
    let revision: number | undefined
    for (;;) {
      const { declaration } = await ask(WorkbenchOwnDocument, { id, afterRow: own.at(-1)?.row ?? -1 })
      const page = declaration.personnelDrafts
      if (revision !== undefined && declaration.personnelRevision !== revision) break
      revision = declaration.personnelRevision
      for (const { rowNo, draft, idDigitsLost, activeElsewhere } of page)
        own.push({ row: rowNo, draft: shared(readPersonnelDraft(draft)), idDigitsLost, activeElsewhere })
      onPeople(page.length)
      if (page.length < PAGE) return { own, revision }
    }
  }
}

type PageOfPeople = readonly { ref: string; draft: unknown }[] | null

async function loadList(
  ask: (after: string | null) => Promise<PageOfPeople>,
  onPeople: (people: number) => void,
): Promise<PersonnelDraft[] | null> {
  const people: PersonnelDraft[] = []
  for (let after: string | null = null; ;) {
    const page: PageOfPeople = await ask(after)
    if (page === null) return null
    for (const { draft } of page) people.push(shared(readPersonnelDraft(draft)))
    onPeople(page.length)
    after = page.at(-1)?.ref ?? null
    if (page.length < PAGE) return people
  }
}

const texts = new Map<string, string>()
const answers = new Map<string, PersonnelDraft['participation']>()

/** What thousands share is kept once: words of choices, days, who is insured where. Nothing changes these parts in place. */
function shared(draft: PersonnelDraft): PersonnelDraft {
  const { idType, sex, householdType, employmentForm, hireDate, birthDate, participation } = draft
  const parts = { idType, sex, householdType, employmentForm, hireDate, birthDate }
  for (const [field, value] of Object.entries(parts)) {
    if (value === undefined) continue
    const known = texts.get(value)
    if (known === undefined) texts.set(value, value)
    else Object.assign(draft, { [field]: known })
  }
  if (participation === undefined) return draft
  const key = JSON.stringify(participation)
  const known = answers.get(key) ?? participation
  answers.set(key, known)
  draft.participation = known
  return draft
}
