import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { CHANGE_TYPES, checkMonthlyChanges, fieldName } from '@shebao/declaration-rules'
import type { MonthlyContext } from '@shebao/declaration-rules'
import { isOneOf } from '@shebao/kernel'
import { MonthInput } from '../../../shared/forms/index.ts'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { BriefStopOutlook } from '../stop-outlook/index.ts'
import type { StopOutlooks } from '../stop-outlook/index.ts'
import { typesOf } from './change-form.ts'
import { compareMessages } from './compare-messages.ts'
import style from './compare.module.css'
import { issueText } from './issue-text.ts'
import { lastMonthOwed } from './month-rules.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { draftOf, dutyOf, faultOf, stopOf, type Proposal, type Settlement } from './settlement.ts'
import { useAnswerWords } from './use-answer-words.ts'

interface ProposalRowProps {
  proposal: Proposal
  context: MonthlyContext
  /** Taking over was tried: what is missing is said. */
  asked: boolean
  outlooks: StopOutlooks
  onSettle: (said: Partial<Settlement>) => void
}

/** One proposal: whom it is about, what the clerk says of it, and what is to be known. */
export function ProposalRow({ proposal, context, asked, outlooks, onSettle }: ProposalRowProps) {
  const t = useMessages(compareMessages)
  const { found, settled } = proposal
  const name = found.name ?? t('noName')
  const stop = stopOf(proposal)
  return (
    <tr data-row={proposal.id} data-differs={asked && faultOf(proposal, context) !== undefined}>
      <td className={style.tick}>
        <Checkbox
          aria-label={t('takeOf', { name })}
          checked={settled.taken}
          onChange={(event) => onSettle({ taken: event.currentTarget.checked })}
        />
      </td>
      <th scope="row">
        {name}
        <span className="sub">{found.idNumber}</span>
      </th>
      <td data-block>
        <What proposal={proposal} context={context} asked={asked} onSettle={onSettle} />
      </td>
      <td data-label={t('remarks')} data-block className={style.remarks}>
        {settled.taken ? <Remarks proposal={proposal} context={context} /> : t(`left${found.kind}`)}
        {stop ? (
          <p>
            <BriefStopOutlook stop={stop} outlooks={outlooks} />
          </p>
        ) : null}
      </td>
    </tr>
  )
}

function What({ proposal, context, asked, onSettle }: Omit<ProposalRowProps, 'outlooks'>) {
  const t = useMessages(compareMessages)
  const words = useMessages(monthlyWords)
  const answer = useAnswerWords()
  const format = useFormat()
  const { language } = useLanguage()
  const { found, settled } = proposal
  const insured = (those: readonly string[]) =>
    answer('insurances', Object.fromEntries(those.map((one) => [one, true])))
  const fault = asked ? faultOf(proposal, context) : undefined
  const name = found.name ?? t('noName')
  const error = (at: readonly string[]) =>
    fault !== undefined && at.includes(fault)
      ? t(`fault${fault}`, { month: format.period(lastMonthOwed(context)) })
      : null
  if (found.kind === 'DATA')
    return (
      <>
        {fieldName(found.infoField ?? '', language)}: {answer('infoValue', found.was)} →{' '}
        <b>{answer('infoValue', found.infoValue)}</b>
      </>
    )
  if (found.kind === 'WAGE')
    return (
      <div className={style.fields}>
        <span>
          {format.fen(found.wasWage ?? 0)} → <b>{format.fen(found.monthlyWage ?? 0)}</b>
        </span>
        <TextInput
          size="sm"
          aria-label={t('reasonOf', { name })}
          placeholder={t('reason')}
          maxLength={100}
          disabled={!settled.taken}
          error={error(['reason'])}
          value={settled.reason}
          onChange={(event) => onSettle({ reason: event.currentTarget.value })}
        />
      </div>
    )
  const types = found.kind === 'STOP' ? typesOf.stop : typesOf.join
  return (
    <div className={style.fields}>
      {found.wasInsured ? (
        <span>
          {t(found.kind === 'STOP' ? 'dropped' : 'added')} <b>{insured(found.insurances)}</b>
          <span className="sub">{t('wasInsured', { insurances: insured(found.wasInsured) })}</span>
        </span>
      ) : null}
      <NativeSelect
        size="sm"
        aria-label={t(found.kind === 'STOP' ? 'whyOf' : 'howOf', { name })}
        disabled={!settled.taken}
        error={error(['noType'])}
        value={settled.changeType ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onSettle({ changeType: isOneOf(CHANGE_TYPES, value) ? value : null })
        }
        data={[
          ...(found.kind === 'STOP' ? [{ value: '', label: t('chooseWhy') }] : []),
          ...types.map((value) => ({ value, label: words(value) })),
        ]}
      />
      {found.kind === 'STOP' ? (
        <>
          <TextInput
            size="sm"
            aria-label={t('leaveDateOf', { name })}
            placeholder={t('leaveDate')}
            inputMode="numeric"
            disabled={!settled.taken}
            error={error(['leaveDate'])}
            value={settled.leaveDate}
            onChange={(event) => onSettle({ leaveDate: event.currentTarget.value })}
            onBlur={() => onSettle({ leaveDate: readDate(settled.leaveDate) ?? settled.leaveDate })}
          />
          <MonthInput
            size="sm"
            label={<span className="visually-hidden">{t('lastPayableOf', { name })}</span>}
            description={null}
            disabled={!settled.taken}
            error={error(['lastMonth', 'lastMonthEarly'])}
            value={settled.lastPayablePeriod}
            onChange={(lastPayablePeriod) => onSettle({ lastPayablePeriod })}
          />
        </>
      ) : null}
    </div>
  )
}

/** What follows, and what is filled in once it is in the declaration. */
function Remarks({ proposal, context }: Pick<ProposalRowProps, 'proposal' | 'context'>) {
  const t = useMessages(compareMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const { found } = proposal
  const fault = faultOf(proposal, context)
  const due = dutyOf(proposal, context.today)
  if (fault !== undefined) return <>{t(`fault${fault}`, { month: format.period(lastMonthOwed(context)) })}</>
  const gaps =
    found.kind === 'JOIN'
      ? checkMonthlyChanges([draftOf(proposal)], context).filter(({ severity }) => severity === 'error')
      : []
  if (gaps.length > 0) return <>{t('toFill', { what: gaps.map((issue) => issueText(issue, language)).join(' ') })}</>
  if (due !== undefined) return <>{t('duty', { date: format.date(due) })}</>
  return <>{t('ready')}</>
}
