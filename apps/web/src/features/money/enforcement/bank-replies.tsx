import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { bankWords } from './bank-words.ts'
import style from './enforcement.module.css'
import { RefusedBankRepliesDocument, type BankReplyLineFragment } from './enforcement.generated.ts'
import { RefusalText } from './refusal.tsx'

/** What came through the bank’s interface in a case, taken or not. */
export function BankReplies({ replies }: { replies: readonly BankReplyLineFragment[] }) {
  const t = useMessages(bankWords)
  if (replies.length === 0) return null
  return (
    <>
      <h2>{t('replies')}</h2>
      <ReplyList replies={replies} label={t('replies')} />
    </>
  )
}

/** For the agency: answers that contradict the books, whatever case they name. */
export function RefusedReplies() {
  const t = useMessages(bankWords)
  const { data, fetchMore } = useQuery(RefusedBankRepliesDocument, { fetchPolicy: 'cache-and-network' })
  const { edges = [], pageInfo } = data?.refusedBankReplies ?? {}
  if (edges.length === 0) return null
  return (
    <section>
      <h2>{t('refusedReplies')}</h2>
      <p>{t('refusedLead')}</p>
      <ReplyList replies={edges.map(({ node }) => node)} label={t('refusedReplies')} linked />
      {pageInfo ? <ShowMore page={pageInfo} fetchMore={fetchMore} /> : null}
    </section>
  )
}

interface ReplyListProps {
  replies: readonly BankReplyLineFragment[]
  label: string
  linked?: boolean
}

function ReplyList({ replies, label, linked = false }: ReplyListProps) {
  const t = useMessages(bankWords)
  const format = useFormat()
  return (
    <ul className={style.list} aria-label={label}>
      {replies.map((reply) => (
        <li key={reply.id}>
          <span>
            <SaidOf reply={reply} />
            <span className="sub">
              {t('replyLine', {
                request: reply.request,
                case: reply.caseNumber,
                time: format.instant(reply.receivedAt),
              })}{' '}
              · {reply.reference}
            </span>
            {reply.reasons.map((reason) => (
              <span key={reason.code} className={style.wrong}>
                <RefusalText reason={reason} />
              </span>
            ))}
            {linked && reply.caseId ? (
              <>
                {' '}
                <Link to={reply.caseId}>{t('toCase')}</Link>
              </>
            ) : null}
          </span>
          <span className={style.law}>{t(reply.outcome)}</span>
        </li>
      ))}
    </ul>
  )
}

function SaidOf({ reply: { kind, accountMasked, amount, day, currency } }: { reply: BankReplyLineFragment }) {
  const t = useMessages(bankWords)
  const format = useFormat()
  if (kind === 'INQUIRY' && accountMasked === null) return t('noAccount')
  const said = { account: accountMasked ?? '', day: format.date(day), amount: format.yuan(amount) }
  return (
    <>
      {t(kind === 'INQUIRY' ? 'balanceOf' : 'drawnOn', said)} {currency === 'CNY' ? null : currency}
    </>
  )
}
