import { fieldName } from '@shebao/declaration-rules'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import { useAnswerText, usePlaceText } from './answer-text.tsx'
import { ReviewHistoryDocument } from './history-view.generated.ts'
import { HistoryViewFragmentDoc } from './history-view.generated.ts'
import type { HistoryViewFragment } from './history-view.generated.ts'
import type { ReviewHistoryQuery } from './history-view.generated.ts'
import { reviewMessages } from './later-review-messages.ts'
import { SettledRow } from './settled-row.tsx'
import sheet from './review.module.css'
import style from './history-view.module.css'

/** Versions with what each changed, how differences were settled, earlier notes, and the course of the case. */
export function HistoryView(props: { review: FragmentType<HistoryViewFragment> }) {
  const review = useOwnFields(HistoryViewFragmentDoc, props.review)
  const t = useMessages(reviewMessages)
  const placeOf = usePlaceText()
  const { data, fetchMore } = useQuery(ReviewHistoryDocument, { variables: { id: review.id, after: null } })
  const entries = useEntries(review)
  if (!data) return <Skeleton lines={6} />
  const { versions, settledDifferences } = data.declarationReview
  return (
    <div className={style.history}>
      <section>
        <h2>{t('timeline')}</h2>
        <Timeline label={t('timeline')} entries={entries} />
      </section>
      <div className={style.historyMain}>
        <section>
          <h2>{t('versions')}</h2>
          {versions.map((version) => (
            <VersionCard key={version.version} version={version} />
          ))}
        </section>
        {review.notes.length > 0 ? (
          <section>
            <h2>{t('earlierNotes')}</h2>
            <ul className={sheet.noteList}>
              {review.notes.map((note) => (
                <li key={note.id}>
                  <strong>{placeOf(note.path)}</strong> {note.text}
                  <span className="sub">
                    {t('versionN', { version: String(note.version) })} · {note.authorName}
                  </span>
                  {note.settledIn === null ? null : (
                    <span className="sub">
                      {t('versionN', { version: String(note.settledIn) })} ·{' '}
                      {note.settledBy === 'CHANGED' ? t('earlierCHANGED') : t('earlierANSWERED')}
                      {note.answer ? ` · ${t('earlierAnswer', { text: note.answer })}` : ''}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h2>{t('settled')}</h2>
          {settledDifferences.edges.length === 0 ? (
            <p>{t('settledNone')}</p>
          ) : (
            <SettledTable edges={settledDifferences.edges} />
          )}
          <ShowMore page={settledDifferences.pageInfo} fetchMore={fetchMore} />
        </section>
      </div>
    </div>
  )
}

function VersionCard({ version }: { version: ReviewHistoryQuery['declarationReview']['versions'][number] }) {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const textOf = useAnswerText()
  return (
    <article className={style.version}>
      <h3>
        {t('versionN', { version: String(version.version) })} · {version.formNo}
      </h3>
      <p className="sub">
        {t('submittedAt', { time: format.instant(version.submittedAt) })} · {version.contentHash.slice(0, 12)}
      </p>
      {version.list === null ? <p>{t('firstVersion')}</p> : <p>{t('listChange', version.list)}</p>}
      {version.list !== null && version.fields.length === 0 ? <p>{t('noFieldChange')}</p> : null}
      <ul>
        {version.fields.map(({ path, before, after }) => (
          <li key={path}>
            {fieldName(path, language)}：<s className={sheet.old}>{textOf(path, before)}</s> → {textOf(path, after)}
          </li>
        ))}
      </ul>
    </article>
  )
}

function SettledTable({ edges }: { edges: ReviewHistoryQuery['declarationReview']['settledDifferences']['edges'] }) {
  const t = useMessages(reviewMessages)
  const columns = { kind: t('change'), resolution: t('resolution'), reason: t('reason') }
  return (
    <PlainTable columns={[t('person'), ...Object.values(columns)]}>
      {edges.map(({ node }) => (
        <SettledRow key={node.id} settled={node} columns={columns} />
      ))}
    </PlainTable>
  )
}

const steps = [
  'OPEN',
  'SUBMIT',
  'START_REVIEW',
  'RECOMMEND',
  'RETURN',
  'REOPEN',
  'WITHDRAW',
  'APPROVE',
  'PRINT',
  'FILE_PAPER',
  'RETURN_PAPER',
  'CLOSE',
] as const

function useEntries(review: HistoryViewFragment): TimelineEntry[] {
  const t = useMessages(reviewMessages)
  const past = review.events.map((event): TimelineEntry => {
    const step = steps.find((known) => known === event.action)
    const detail = [
      event.actorName,
      event.version > 0 ? t('versionN', { version: String(event.version) }) : null,
      event.note,
    ]
      .filter(Boolean)
      .join(' · ')
    return { id: event.id, title: step ? t(`ev${step}`) : event.action, at: event.at, phase: 'past', detail }
  })
  const nextOf: Record<string, string> = {
    SUBMITTED: t('nextSTART'),
    UNDER_REVIEW: t('nextDECIDE'),
    RETURNED: t('nextCORRECT'),
    APPROVED: t('nextPAPER'),
    PRINTED: t('nextPAPER'),
    PAPER_FILED: t('nextCLOSE'),
  }
  const next = nextOf[review.status]
  return next ? [...past, { id: 'next', title: next, phase: 'next' }] : past
}
