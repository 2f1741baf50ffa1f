import { useMutation } from '../../../shared/data/hooks.tsx'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import style from './payee.module.css'
import {
  ConfirmPayeeChangeDocument,
  RefusePayeeChangeDocument,
  WithdrawPayeeChangeDocument,
} from './payee.generated.ts'
import type { PayeeChangeRowFragment } from './payee.generated.ts'

type Said = 'confirmedDone' | 'refusedDone' | 'withdrawnDone'

interface WaitingPayeeProps {
  change: PayeeChangeRowFragment
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

/** The change that waits: old and new side by side, on which document, and who may do what about it. */
export function WaitingPayee({ change, onDone, renew }: WaitingPayeeProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { held, account, documentNo, reason, requesterName, requestedAt } = change
  return (
    <section className={desk.section}>
      <h2>{t('waiting')}</h2>
      <div className={desk.task}>
        <div className={style.asked}>
          <PlainTable caption={t('waiting')} columns={[t('part'), t('before'), t('after')]}>
            {(['number', 'name', 'bank'] as const).map((part) => (
              <tr key={part}>
                <th scope="row">{t(part)}</th>
                <td data-label={t('before')}>{held?.[part] ?? '—'}</td>
                <td data-label={t('after')}>
                  {held?.[part] === account[part] ? account[part] : <strong>{account[part]}</strong>}
                </td>
              </tr>
            ))}
          </PlainTable>
          <Facts
            facts={[
              [t('documentNo'), documentNo],
              [t('reason'), reason],
              [t('state'), t('by', { name: requesterName, time: format.instant(requestedAt) })],
            ]}
          />
        </div>
        <Steps key={change.mark} change={change} onDone={onDone} renew={renew} />
      </div>
    </section>
  )
}

function Steps({ change, onDone, renew }: WaitingPayeeProps) {
  const t = useMessages(messages)
  const [confirm] = useMutation(ConfirmPayeeChangeDocument)
  const [refuse] = useMutation(RefusePayeeChangeDocument)
  const [withdraw] = useMutation(WithdrawPayeeChangeDocument)
  const { id, mark: decidedOn, account, documentNo, procedure } = change
  const variables = { id, decidedOn }
  return (
    <PublishSteps
      procedure={procedure}
      event="CONFIRM"
      number={documentNo}
      words={t}
      verb={t('confirm')}
      ask={() => ({ title: t('confirmTitle'), text: t('confirmText', { ...account, document: documentNo }) })}
      publish={async () => (await confirm({ variables })).data?.confirmPayeeChange}
      refuse={async (reason) => (await refuse({ variables: { ...variables, reason } })).data?.refusePayeeChange}
      withdraw={async () => (await withdraw({ variables })).data?.withdrawPayeeChange}
      onDone={(said) => onDone(said === 'publishedDone' ? 'confirmedDone' : said)}
      renew={renew}
    />
  )
}
