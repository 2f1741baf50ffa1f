import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import style from './figure.module.css'
import { FiguresPageDocument } from './figure.generated.ts'
import type { FigureChangeRowFragment, ServiceFigureRowFragment } from './figure.generated.ts'
import { FigureTable } from './figure-table.tsx'
import { useFigureText } from './figure-text.ts'
import { messages } from './messages.ts'
import { ProposeFigure } from './propose-figure.tsx'
import { WaitingFigure } from './waiting-figure.tsx'

const tones = { PROPOSED: 'waiting', PUBLISHED: 'done', REFUSED: 'refused', WITHDRAWN: 'idle' } as const
const topics = ['CARD', 'QUESTION', 'REPORT', 'HOTLINE', 'WORK', 'ENFORCEMENT'] as const

/** What the office's services are measured by: what waits for a second person, what holds, proposing another, and what was. */
export function FiguresPage() {
  const t = useMessages(messages)
  const { data, error, refetch, fetchMore } = useQuery(FiguresPageDocument, { fetchPolicy: 'cache-and-network' })
  const [said, setSaid] = useState<'proposed' | 'publishedDone' | 'refusedDone' | 'withdrawnDone'>()
  const [round, setRound] = useState(0)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={12} />
  const { serviceFigures: figures, figureChangeOutlook: outlook, figureChanges: page } = data
  const done = async (what: typeof said) => {
    await refetch()
    setSaid(what)
    if (what === 'proposed') setRound(round + 1)
  }
  const waiting = figures.flatMap((figure) => (figure.waiting ? [{ figure, change: figure.waiting }] : []))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {said ? <Notice tone="done">{t(said)}</Notice> : null}
      {waiting.length > 0 ? (
        <section className={desk.section}>
          <h2>{t('waiting')}</h2>
          {waiting.map(({ figure, change }) => (
            <WaitingFigure key={change.id} figure={figure} change={change} onDone={done} renew={refetch} />
          ))}
        </section>
      ) : null}
      {topics.map((topic) => (
        <section key={topic} className={desk.section}>
          <h2>{t(topic)}</h2>
          <FigureTable caption={t(topic)} figures={figures.filter((figure) => figure.topic === topic)} />
        </section>
      ))}
      <section className={desk.section}>
        <h2>{t('propose')}</h2>
        <OutlookNotice outlook={outlook} />
        {outlook.mayOpen ? <ProposeFigure key={round} figures={figures} onProposed={() => done('proposed')} /> : null}
      </section>
      <section className={desk.section}>
        <h2>{t('changes')}</h2>
        {page.edges.length === 0 ? <p className="quiet">{t('noChanges')}</p> : null}
        <ul className={style.changes}>
          {page.edges.map(({ node }) => (
            <ChangeCard key={node.id} change={node} figure={figures.find(({ name }) => name === node.name)} />
          ))}
        </ul>
        <ShowMore page={page.pageInfo} fetchMore={fetchMore} />
      </section>
    </>
  )
}

interface ChangeCardProps {
  change: FigureChangeRowFragment
  figure: ServiceFigureRowFragment | undefined
}

function ChangeCard({ change, figure }: ChangeCardProps) {
  const t = useMessages(messages)
  const text = useFigureText()
  const format = useFormat()
  const { state, name, held, value, validFrom, documentNo, requesterName, requestedAt, decidedAt, refusal } = change
  const amount = (count: number) => (figure ? text.value(figure, count) : String(count))
  return (
    <li className={desk.card}>
      <div className={desk.head}>
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
        <strong>{text.name(name)}</strong>
        <span>
          {amount(held)} → {amount(value)}, {t('since', { date: format.date(validFrom) })}
        </span>
        <span className="quiet">{documentNo ?? t('unverified')}</span>
      </div>
      <div className={desk.head}>
        <span className="quiet">{t('by', { name: requesterName, time: format.instant(requestedAt) })}</span>
        {decidedAt && change.deciderName ? (
          <span className="quiet">{t('decidedBy', { name: change.deciderName, time: format.instant(decidedAt) })}</span>
        ) : null}
        {refusal ? <span>{t('refusedBecause', { reason: refusal })}</span> : null}
      </div>
    </li>
  )
}
