import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { enforcementMessages } from './enforcement-messages.ts'
import { PapersOfEnforcementDocument } from './enforcement-papers.generated.ts'
import type { PapersOfEnforcementQuery } from './enforcement-papers.generated.ts'
import style from './enforcement.module.css'

/** In the order of the procedure. */
const kinds = ['ORDER', 'DEMAND', 'ALLOCATION', 'GUARANTEE'] as const

type Case = PapersOfEnforcementQuery['enforcementCases']['edges'][number]['node']
type Paper = Case['papers'][number]

/** The employer's place for papers of enforcement (SIL 63): each that was served, what can be done about it, and until when. */
export function EnforcementPapers() {
  const t = useMessages(enforcementMessages)
  const { data, error } = useQuery(PapersOfEnforcementDocument, { fetchPolicy: 'cache-and-network' })
  const served = (data?.enforcementCases.edges ?? []).flatMap(({ node }) =>
    node.papers
      .filter(({ forUnit }) => forUnit)
      .toReversed()
      .map((paper) => ({ paper, of: node })),
  )
  return (
    <section id="enforcement" className={style.papers} aria-labelledby="enforcement-title">
      <h2 id="enforcement-title">{t('title')}</h2>
      {error && !data ? <p className={style.none}>{t('failed')}</p> : null}
      {data && served.length === 0 ? <p className={style.none}>{t('none')}</p> : null}
      {served.length > 0 ? (
        <PlainTable caption={t('title')} columns={[t('kind'), { end: t('amount') }, t('what'), t('until')]}>
          {served.map(({ paper, of }) => (
            <Served key={paper.id} paper={paper} of={of} />
          ))}
        </PlainTable>
      ) : null}
      <details>
        <summary>{t('kinds')}</summary>
        <PlainTable caption={t('kinds')} columns={[t('kind'), t('what'), t('until')]}>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(kind)}</th>
              <td>{t(`${kind}what`)}</td>
              <td>{t(`${kind}until`)}</td>
            </tr>
          ))}
        </PlainTable>
        <p className={style.none}>{t('law')}</p>
      </details>
    </section>
  )
}

function Served({ paper, of }: { paper: Paper; of: Case }) {
  const t = useMessages(enforcementMessages)
  const format = useFormat()
  const { kind, number, issuedOn, amount, path } = paper
  return (
    <tr>
      <th scope="row">
        <a href={path} target="_blank" rel="noreferrer">
          {t(`paper${kind}`)}
        </a>
        <span className="sub">
          {number} · {format.date(issuedOn)}
        </span>
      </th>
      <td data-align="end" data-label={t('amount')}>
        <MoneyText fen={amount} />
      </td>
      <td data-label={t('what')}>
        {t(`can${kind}`)} <Link to={`/employer/enforcement/${of.id}`}>{t('toCase', { number: of.number })}</Link>
      </td>
      <td data-label={t('until')}>
        <Until paper={paper} fine={of.fine} />
      </td>
    </tr>
  )
}

function Until({ paper: { kind, doBy, reviewBy, servedOn }, fine }: { paper: Paper; fine: Case['fine'] }) {
  const t = useMessages(enforcementMessages)
  const format = useFormat()
  const day = kind === 'FINE_NOTICE' ? fine?.notice?.until : kind === 'FINE_DECISION' ? fine?.decision?.until : doBy
  const lines = [
    ...(day ? [t('doBy', { date: format.date(day) })] : []),
    ...(reviewBy ? [t('reviewBy', { date: format.date(reviewBy) })] : []),
    ...(servedOn ? [t('servedOn', { date: format.date(servedOn) })] : []),
  ]
  if (lines.length === 0) return t('inPaper')
  return lines.map((line, at) => (
    <span key={line} className={at > 0 ? 'sub' : style.until}>
      {line}
    </span>
  ))
}
