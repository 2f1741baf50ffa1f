import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StandingNotes } from '../note/index.ts'
import { CompareRosterDocument, ComparisonPageDocument } from './comparison.generated.ts'
import type { ComparisonPageQuery } from './comparison.generated.ts'
import sheet from './comparison.module.css'
import style from './comparison-page.module.css'
import { DifferenceDesk } from './difference-desk.tsx'
import { messages } from './messages.ts'
import { useRosterDownload } from './use-roster-download.ts'

/** Download, compare, settle: three steps, each open when the one before is done. */
export function ComparisonPage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(ComparisonPageDocument)
  const inspection = data?.inspection
  const done = inspection?.comparison.stage === 'DONE'
  const header = (
    <PageHeader
      title={t('title')}
      lead={inspection ? t('lead', { year: String(inspection.year) }) : undefined}
      above={<Link to="/employer/inspection/personnel">{t('backToPersonnel')}</Link>}
      next={
        done ? (
          <Button component={Link} to="/employer/inspection/review">
            {t('nextReview')}
          </Button>
        ) : undefined
      }
    />
  )
  if (error && !data) {
    return (
      <>
        {header}
        <Notice tone="refused">{t('failed')}</Notice>
        <Button onClick={() => void refetch()}>{t('title')}</Button>
      </>
    )
  }
  if (!data) {
    return (
      <>
        {header}
        <Skeleton lines={6} />
      </>
    )
  }
  if (!inspection) {
    const next = (
      <Button component={Link} to="/employer/inspection">
        {t('openInspection')}
      </Button>
    )
    return (
      <>
        {header}
        <EmptyState title={t('notOpened')} next={next} />
      </>
    )
  }
  return (
    <>
      {header}
      <StandingNotes at="compare" personnelRevision={inspection.personnelRevision} />
      <Steps inspection={inspection} onChanged={() => refetch()} />
    </>
  )
}

type Inspection = NonNullable<ComparisonPageQuery['inspection']>

function Steps({ inspection, onChanged }: { inspection: Inspection; onChanged: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const { comparison } = inspection
  const { stage, open } = comparison
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const download = useRosterDownload(inspection.id)
  const [compare] = useMutation(CompareRosterDocument)
  const act = async (work: () => Promise<string | undefined>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      setFailure(await work())
      await onChanged()
    } catch {
      setFailure(t('failed'))
    }
    setBusy(false)
  }
  const fetchRoster = (format: 'xlsx' | 'csv') => act(async () => ((await download(format)) ? undefined : t('failed')))
  const compareNow = () =>
    act(async () => {
      const { data } = await compare({ variables: { declarationId: inspection.id } })
      const result = data?.compareRoster
      return result?.__typename === 'CompareRefused' ? t(`refused${result.code}`) : undefined
    })
  const mayCompare = stage !== 'DOWNLOAD' && stage !== 'STALE'
  const compared = stage === 'SETTLE' || stage === 'DONE'
  const wasCompared = comparison.comparedVersion !== null
  return (
    <div className={style.steps}>
      {failure ? <Notice tone="refused">{failure}</Notice> : null}
      <section className={style.step} aria-labelledby="download-title">
        <h2 id="download-title">{t('downloadTitle')}</h2>
        {stage === 'STALE' ? (
          <Notice tone="warning">
            {t('staleText', { before: String(comparison.downloadedVersion), now: String(comparison.rosterVersion) })}
          </Notice>
        ) : null}
        <p>
          {t('downloadText', { count: comparison.rosterPeople, version: String(comparison.rosterVersion) })}{' '}
          {mayCompare ? t('downloadedText', { version: String(comparison.downloadedVersion) }) : null}
        </p>
        <div className={sheet.actions}>
          <Button
            variant={mayCompare ? 'default' : 'filled'}
            loading={busy && !mayCompare}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void fetchRoster('xlsx')}
          >
            {t('downloadXlsx')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void fetchRoster('csv')}
          >
            {t('downloadCsv')}
          </Button>
        </div>
      </section>
      {mayCompare ? (
        <section className={style.step} aria-labelledby="compare-title">
          <h2 id="compare-title">{t('compareTitle')}</h2>
          {stage === 'COMPARE' && wasCompared ? (
            <Notice tone="warning">{t('changedText')}</Notice>
          ) : (
            <p>{t('compareText')}</p>
          )}
          <div className={sheet.actions}>
            <Button variant={compared ? 'default' : 'filled'} loading={busy} onClick={() => void compareNow()}>
              {wasCompared ? t('compareAgain') : t('compareNow')}
            </Button>
          </div>
        </section>
      ) : null}
      {compared ? (
        <section className={style.step} aria-labelledby="settle-title">
          <h2 id="settle-title">{t('settleTitle')}</h2>
          {stage === 'DONE' ? (
            <Notice tone="done">
              <strong>{t('doneTitle')}</strong> {t('doneText')}
            </Notice>
          ) : (
            <output className={style.open}>{t('openCount', { count: open })}</output>
          )}
          <DifferenceDesk inspection={inspection} onChanged={onChanged} />
        </section>
      ) : null}
    </div>
  )
}
