import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { ShowMore, type FetchPage } from '../../../shared/ui/show-more.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { ChangedTexts, changesIn } from './changed-texts.tsx'
import { messages } from './messages.ts'
import style from './template.module.css'
import type { TemplatePageQuery, TemplateVersionFragment } from './template.generated.ts'
import type { Template } from './template-texts.ts'

const tones = { PROPOSED: 'waiting', PUBLISHED: 'done', REFUSED: 'refused', WITHDRAWN: 'idle' } as const

interface VersionsProps {
  template: Template
  page: TemplatePageQuery['paperTemplateVersions']
  fetchMore: FetchPage
}

/** Every version that was proposed, newest first, with what it says otherwise than the release. */
export function Versions({ template, page, fetchMore }: VersionsProps) {
  const t = useMessages(messages)
  return (
    <section className={desk.section}>
      <h2>{t('versions')}</h2>
      {page.edges.length === 0 ? <p className="quiet">{t('noVersions')}</p> : null}
      <ul className={style.versions}>
        {page.edges.map(({ node }) => (
          <VersionCard key={node.id} template={template} version={node} />
        ))}
      </ul>
      <ShowMore page={page.pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

function VersionCard({ template, version }: { template: Template; version: TemplateVersionFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { state, validFrom, documentNo, requesterName, requestedAt, deciderName, decidedAt, refusal, texts } = version
  const count = changesIn(template, [], texts).length
  return (
    <li className={desk.card}>
      <div className={desk.head}>
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
        <strong>{t('versionOf', { version: String(version.version) })}</strong>
        <span>{t('from', { date: format.date(validFrom) })}</span>
        <span className="quiet">{documentNo ?? t('noDocument')}</span>
      </div>
      <div className={desk.head}>
        <span className="quiet">{t('by', { name: requesterName, time: format.instant(requestedAt) })}</span>
        {decidedAt && deciderName ? (
          <span className="quiet">{t('decidedBy', { name: deciderName, time: format.instant(decidedAt) })}</span>
        ) : null}
        {refusal ? <span>{t('refusedBecause', { reason: refusal })}</span> : null}
        {count === 0 ? (
          <span>{t('backToRelease')}</span>
        ) : (
          <details className={style.details}>
            <summary>{t('textsOf', { count })}</summary>
            <ChangedTexts template={template} from={[]} to={texts} />
          </details>
        )}
      </div>
    </li>
  )
}
