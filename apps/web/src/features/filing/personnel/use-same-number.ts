import { useDebouncedValue } from '@mantine/hooks'
import { checkPersonIdentifier } from '@shebao/identifiers'
import type { PersonnelDraft } from '@shebao/roster'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { sameNumberOf } from './judge-person.ts'
import type { SameNumber } from './judge-person.ts'
import type { ListedRow } from './personnel-list.ts'
import { PeopleOfNumberDocument } from './use-same-number.generated.ts'

const TYPING_MS = 250

/** Who of the list bears the number that stands in the form: known of the person as they came, asked of the office for another number. */
export function useSameNumber(
  declarationId: string,
  today: string,
  draft: PersonnelDraft,
  person: ListedRow | undefined,
): SameNumber | undefined {
  const number = draft.idNumber ?? ''
  const [typed] = useDebouncedValue(number, TYPING_MS)
  const isOwn = person !== undefined && number === (person.draft.idNumber ?? '')
  const isAsked = !isOwn && typed === number && checkPersonIdentifier(draft.idType, number, today).ok
  const { data } = useQuery(PeopleOfNumberDocument, {
    variables: { id: declarationId, idNumber: typed },
    skip: !isAsked,
    fetchPolicy: 'no-cache',
  })
  if (isOwn) return sameNumberOf(person)
  const first = isAsked ? data?.declaration.personnelDrafts[0] : undefined
  return first ? { row: first.rowNo, activeElsewhere: first.activeElsewhere } : undefined
}
