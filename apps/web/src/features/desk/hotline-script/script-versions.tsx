import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { ShowMore, type FetchPage } from '../../../shared/ui/show-more.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import type { ScriptPageQuery, ScriptVersionFragment } from './script.generated.ts'
import style from './script.module.css'

const tones = { PROPOSED: 'waiting', PUBLISHED: 'done', REFUSED: 'refused', WITHDRAWN: 'idle' } as const

interface ScriptVersionsProps {
  page: ScriptPageQuery['hotlineScriptVersions']
  fetchMore: FetchPage
}

/** Every version that was proposed, newest first: what agents were to say, by whom, and since when. */
export function ScriptVersions({ page, fetchMore }: ScriptVersionsProps) {
  const t = useMessages(messages)
  return (
    <section className={desk.section}>
      <h2>{t('versions')}</h2>
      <ul className={style.versions}>
        {page.edges.map(({ node }) => (
          <VersionCard key={node.id} version={node} />
        ))}
      </ul>
      <ShowMore page={page.pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

function VersionCard({ version }: { version: ScriptVersionFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { state, requesterName, requestedAt, deciderName, decidedAt, reason, refusal, textZh, textEn } = version
  return (
    <li className={desk.card}>
      <div className={desk.head}>
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
        <strong>{t('versionOf', { version: String(version.version) })}</strong>
        <span>{requesterName === null ? t('release') : reason}</span>
      </div>
      <div className={desk.head}>
        {requesterName === null ? null : (
          <span className="quiet">{t('by', { name: requesterName, time: format.instant(requestedAt) })}</span>
        )}
        {decidedAt && deciderName ? (
          <span className="quiet">{t('decidedBy', { name: deciderName, time: format.instant(decidedAt) })}</span>
        ) : null}
        {refusal ? <span>{t('refusedBecause', { reason: refusal })}</span> : null}
        <details className={style.details}>
          <summary>{t('wording')}</summary>
          <p lang="zh-CN">{textZh}</p>
          <p lang="en">{textEn}</p>
        </details>
      </div>
    </li>
  )
}
