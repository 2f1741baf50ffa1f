import { parsePeriod } from '@shebao/kernel'
import { useState, type SyntheticEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Refusal } from './import-refusal.tsx'
import { CreatePolicyProposalDocument, ImportPolicyProposalDocument } from './proposal.generated.ts'
import { proposalMessages } from './proposal-messages.ts'
import { readMonth } from '../../../shared/lib/typed-text.ts'
import { readParameterSource } from './read-parameter-table.ts'
import { useRegions } from './use-regions.ts'

const largestFileBytes = 2_000_000

interface NewProposal {
  how: 'copy' | 'empty' | 'import' | undefined
  title: string
  region: string
  names: readonly string[]
  from: string
  file: File | null
}

/** What a proposal is to begin with, what is still wrong with that, and the beginning itself. */
export function useNewProposal() {
  const t = useMessages(proposalMessages)
  const [params] = useSearchParams()
  const { regions, nothingPublished } = useRegions()
  const [chosen, setChosen] = useState<NewProposal>({
    how: undefined,
    title: '',
    region: params.get('region') ?? '',
    names: ['BASE_FLOOR', 'BASE_CEILING'],
    from: '',
    file: null,
  })
  const [asked, setAsked] = useState(false)
  const { begin, ...outcome } = useBegin((regions ?? []).map(({ region }) => region))

  const form = {
    ...chosen,
    how: chosen.how ?? (nothingPublished ? ('import' as const) : ('copy' as const)),
    region: chosen.region || (regions?.[0]?.region ?? ''),
  }
  const { how, title, names, from, file } = form
  const month = parsePeriod(readMonth(from))
  const wrong = {
    title: title.trim() === '' ? t('titleNeeded') : undefined,
    names: how === 'copy' && names.length === 0 ? t('copyNeeded') : undefined,
    from: how === 'copy' && !month ? t('copyFromNeeded') : undefined,
    file: how !== 'import' || file ? undefined : t('fileNeeded'),
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    const right = Object.values(wrong).every((text) => text === undefined)
    begin(right ? form : null)
    if (!right) document.querySelector<HTMLElement>('form [data-wrong]')?.focus()
  }
  return {
    form,
    regions,
    change: (part: Partial<NewProposal>) => setChosen((before) => ({ ...before, ...part })),
    wrong,
    /** Nothing is reproached before the button was pressed. */
    told: (text: string | undefined) => (asked ? text : undefined),
    submit,
    ...outcome,
  }
}

/** Asks the server and opens the proposal it answers with; without a form only the last answer is forgotten. */
function useBegin(regions: readonly string[]) {
  const navigate = useNavigate()
  const [create, creating] = useMutation(CreatePolicyProposalDocument)
  const [read, reading] = useMutation(ImportPolicyProposalDocument)
  const [refusal, setRefusal] = useState<Refusal>()
  const [failed, setFailed] = useState(false)

  const createNew = async ({ how, region, title, names, from }: NewProposal) => {
    const month = parsePeriod(readMonth(from))
    const copy = how === 'copy' && month ? { copyNames: [...names], copyFrom: month } : {}
    const { data } = await create({ variables: { input: { region, title, ...copy } } })
    if (data) await navigate(`/staff/policy/proposals/${data.createPolicyProposal.id}`)
  }
  const importFile = async ({ title, file }: NewProposal) => {
    if (!file) return
    if (file.size > largestFileBytes)
      return setRefusal({ reason: 'TOO_LARGE', detail: '', problemCount: 0, problems: [] })
    const source = await readParameterSource(file, regions)
    if ('refusal' in source) return setRefusal(source.refusal)
    const { data } = await read({ variables: { title, text: source.text } })
    const answer = data?.importPolicyProposal
    if (answer?.__typename === 'PolicyImportRefused') setRefusal(answer)
    else if (answer) await navigate(`/staff/policy/proposals/${answer.proposal.id}`)
  }
  const begin = (form: NewProposal | null) => {
    setRefusal(undefined)
    setFailed(false)
    if (form) (form.how === 'import' ? importFile(form) : createNew(form)).catch(() => setFailed(true))
  }
  return { begin, refusal, failed, busy: creating.loading || reading.loading }
}
