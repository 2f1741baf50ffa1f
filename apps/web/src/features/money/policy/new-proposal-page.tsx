import { useMutation } from '@apollo/client/react'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { parsePeriod } from '@shebao/kernel'
import { useState, type SyntheticEvent } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ImportRefusal } from './import-refusal.tsx'
import type { Refusal } from './import-refusal.tsx'
import { useParameterText } from './parameter-text.ts'
import style from './new-proposal-page.module.css'
import { CreatePolicyProposalDocument, ImportPolicyProposalDocument } from './proposal.generated.ts'
import { proposalMessages } from './proposal-messages.ts'
import { readMonth } from './typed-parameter.ts'
import { useRegions } from './use-regions.ts'

type How = 'copy' | 'empty' | 'import'
const copied = ['BASE_FLOOR', 'BASE_CEILING', 'MINIMUM_WAGE', 'RATE_PPM', 'FIXED_AMOUNT'] as const
const largestFileBytes = 2_000_000

/** Begins a proposal: from what is in force, from nothing, or from a file. */
export function NewProposalPage() {
  const t = useMessages(proposalMessages)
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { regions } = useRegions()
  const [create, creating] = useMutation(CreatePolicyProposalDocument)
  const [read, reading] = useMutation(ImportPolicyProposalDocument)
  const [title, setTitle] = useState('')
  const [how, setHow] = useState<How>('copy')
  const [names, setNames] = useState<readonly string[]>(['BASE_FLOOR', 'BASE_CEILING'])
  const [from, setFrom] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [chosenRegion, setRegion] = useState(params.get('region') ?? '')
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [failed, setFailed] = useState(false)
  const region = chosenRegion || (regions?.[0]?.region ?? '')

  const month = parsePeriod(readMonth(from))
  const wrong = {
    title: title.trim() === '' ? t('titleNeeded') : undefined,
    names: how === 'copy' && names.length === 0 ? t('copyNeeded') : undefined,
    from: how === 'copy' && !month ? t('copyFromNeeded') : undefined,
    file: how !== 'import' || file ? undefined : t('fileNeeded'),
  }

  const begin = async () => {
    if (how === 'import') return importFile()
    const copy = how === 'copy' && month ? { copyNames: [...names], copyFrom: month } : {}
    const { data } = await create({ variables: { input: { region, title, ...copy } } })
    if (data) await navigate(`/staff/policy/proposals/${data.createPolicyProposal.id}`)
  }
  const importFile = async () => {
    if (!file) return
    if (file.size > largestFileBytes)
      return setRefusal({ reason: 'TOO_LARGE', detail: '', problemCount: 0, problems: [] })
    const { data } = await read({ variables: { title, text: await file.text() } })
    const answer = data?.importPolicyProposal
    if (answer?.__typename === 'PolicyImportRefused') setRefusal(answer)
    else if (answer) await navigate(`/staff/policy/proposals/${answer.proposal.id}`)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    setRefusal(undefined)
    setFailed(false)
    if (Object.values(wrong).some((text) => text !== undefined)) {
      document.querySelector<HTMLElement>('form [data-wrong]')?.focus()
      return
    }
    begin().catch(() => setFailed(true))
  }
  const told = (text: string | undefined) => (asked && text !== undefined ? text : undefined)

  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lead={t('newLead')}
        above={<Link to="/staff/policy/proposals">{t('listTitle')}</Link>}
      />
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {refusal ? <ImportRefusal refusal={refusal} /> : null}
      <form className={style.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('titleLabel')}
          description={t('titleHint')}
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={told(wrong.title)}
          {...(wrong.title ? { 'data-wrong': true } : {})}
        />
        <fieldset className={style.radios}>
          <legend>{t('how')}</legend>
          {(['copy', 'empty', 'import'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="how" checked={how === one} onChange={() => setHow(one)} />
              <span>{t(one === 'copy' ? 'howCopy' : one === 'empty' ? 'howEmpty' : 'howImport')}</span>
            </label>
          ))}
        </fieldset>
        {how === 'import' ? null : (
          <NativeSelect
            label={t('region')}
            value={region}
            onChange={(event) => setRegion(event.currentTarget.value)}
            data={(regions ?? []).map((one) => ({ value: one.region, label: one.name }))}
          />
        )}
        {how === 'copy' ? (
          <>
            <CopyChoice names={names} onChange={setNames} error={told(wrong.names)} />
            <TextInput
              label={t('copyFrom')}
              description={t('copyFromHint')}
              value={from}
              autoComplete="off"
              onChange={(event) => setFrom(event.currentTarget.value)}
              error={told(wrong.from)}
              {...(wrong.from ? { 'data-wrong': true } : {})}
            />
          </>
        ) : null}
        {how === 'import' ? (
          <div className={style.file}>
            <label htmlFor="parameter-file">{t('file')}</label>
            <p id="parameter-file-hint">{t('fileHint')}</p>
            <input
              id="parameter-file"
              type="file"
              accept=".yaml,.yml,.json"
              aria-describedby="parameter-file-hint"
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
              {...(wrong.file ? { 'data-wrong': true } : {})}
            />
            {told(wrong.file) ? <p className={style.wrong}>{wrong.file}</p> : null}
          </div>
        ) : null}
        <Button type="submit" loading={creating.loading || reading.loading}>
          {t(how === 'import' ? 'importNow' : 'begin')}
        </Button>
      </form>
    </>
  )
}

function CopyChoice(props: {
  names: readonly string[]
  onChange: (names: string[]) => void
  error: string | undefined
}) {
  const { names, onChange, error } = props
  const t = useMessages(proposalMessages)
  const { nameOf } = useParameterText()
  return (
    <fieldset className={style.radios}>
      <legend>{t('copyWhat')}</legend>
      {copied.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={names.includes(name)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...names, name] : names.filter((one) => one !== name))
            }
            {...(error ? { 'data-wrong': true } : {})}
          />
          <span>{nameOf(name)}</span>
        </label>
      ))}
      {error ? <p className={style.wrong}>{error}</p> : null}
    </fieldset>
  )
}
