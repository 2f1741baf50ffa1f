import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ExceptionTable } from './exception-table.tsx'
import style from './waiver.module.css'
import { messages } from './messages.ts'
import { ExceptionsDocument } from './waiver.generated.ts'
import type { ExceptionKind, ExceptionState } from './waiver.generated.ts'

const kinds: readonly ExceptionKind[] = ['LATE_FEE', 'FILING_DEADLINE', 'WRITE_OFF', 'DEFERRAL', 'PAPER_FILING', 'LOCK']
const states: readonly ExceptionState[] = ['PROPOSED', 'STANDING', 'OVER', 'REFUSED', 'REVOKED']

function chosenOf(params: URLSearchParams) {
  return {
    number: params.get('number'),
    kind: kinds.find((kind) => kind === params.get('kind')) ?? null,
    state: states.find((state) => state === params.get('state')) ?? null,
  }
}

/** Who may take the register as a file. */
const exporters = ['REVIEWER', 'HEAD', 'AUDITOR']

/** The register of exceptions: every one in one place, found by a whole number. */
export function ExceptionsPage() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const mayExport = useViewer().roles.some((role) => exporters.includes(role))
  const [params] = useSearchParams()
  const file = new URLSearchParams(params)
  file.set('lang', language)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        next={
          mayExport ? (
            <Button component="a" variant="default" href={`/lists/exceptions.csv?${file.toString()}`} download>
              {t('download')}
            </Button>
          ) : null
        }
      />
      <Filter />
      <Found key={params.toString()} />
      <p className="quiet">{t('howToPropose')}</p>
    </>
  )
}

function Filter() {
  const t = useMessages(messages)
  const [params, setParams] = useSearchParams()
  const chosen = chosenOf(params)
  const [number, setNumber] = useState(chosen.number ?? '')
  const go = (change: Partial<Record<'number' | 'kind' | 'state', string>>) => {
    const given = { number: number.trim(), kind: chosen.kind ?? '', state: chosen.state ?? '', ...change }
    setParams(Object.entries(given).filter(([, value]) => value !== ''))
  }
  return (
    <form
      className={style.filter}
      noValidate
      aria-label={t('filter')}
      onSubmit={(event) => {
        event.preventDefault()
        go({})
      }}
    >
      <TextInput
        size="sm"
        label={t('number')}
        placeholder={t('numberHint')}
        value={number}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <NativeSelect
        size="sm"
        label={t('kind')}
        value={chosen.kind ?? ''}
        data={[{ value: '', label: t('allKinds') }, ...kinds.map((value) => ({ value, label: t(value) }))]}
        onChange={(event) => go({ kind: event.currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        label={t('state')}
        value={chosen.state ?? ''}
        data={[{ value: '', label: t('allStates') }, ...states.map((value) => ({ value, label: t(value) }))]}
        onChange={(event) => go({ state: event.currentTarget.value })}
      />
      <div className={style.buttons}>
        <Button type="submit" size="sm">
          {t('apply')}
        </Button>
        {params.size > 0 ? (
          <Button
            size="sm"
            variant="subtle"
            onClick={() => {
              setNumber('')
              setParams([])
            }}
          >
            {t('reset')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function Found() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const { data, error, fetchMore } = useQuery(ExceptionsDocument, {
    variables: chosenOf(params),
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={8} />
  const items = data.exceptions.edges.map(({ node }) => node)
  if (items.length === 0)
    return params.size === 0 ? (
      <EmptyState title={t('emptyTitle')} />
    ) : (
      <NothingFound title={t('foundNothing')} clear="?">
        {t('foundNothingText')}
      </NothingFound>
    )
  return (
    <>
      <ExceptionTable items={items} forStaff />
      <ShowMore page={data.exceptions.pageInfo} fetchMore={fetchMore} />
    </>
  )
}
