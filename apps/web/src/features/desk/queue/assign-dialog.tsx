import type { Control } from 'react-hook-form'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { SelectField, TextareaField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './later-messages.ts'
import { AssignWorkDocument, WorkColleaguesDocument } from './assign-dialog.generated.ts'
import type { WorkColleaguesQuery } from './assign-dialog.generated.ts'
import { useWorkName } from './work-name.ts'
import type { WorkRow } from './work-row.ts'
import style from './work-page.module.css'

type Colleague = WorkColleaguesQuery['workColleagues'][number]
interface Given {
  accountId: string | null
  reason: string
}
interface Stands {
  outcome: 'OWNED' | 'MAY_NOT'
  name: string
}

interface AssignDialogProps {
  row: WorkRow
  onClose: () => void
  /** Done, or no longer possible; with what there is to say. */
  onEnd: (said: string | undefined) => Promise<unknown>
}

/** Gives a case to a colleague by name, with the reason; who cannot have it is named, and why. */
export function AssignDialog({ row, onClose, onEnd }: AssignDialogProps) {
  const t = useMessages(messages)
  const what = useWorkName()(row)
  const { lifecycle, caseId, state, ownerId } = row
  const { data, error } = useQuery(WorkColleaguesDocument, {
    variables: { lifecycle, caseId },
    fetchPolicy: 'network-only',
  })
  const [assign] = useMutation(AssignWorkDocument)
  const colleagues = data?.workColleagues ?? []
  const free = colleagues.filter(({ standing, accountId }) => standing === 'MAY' && accountId !== ownerId)
  const take = async ({ accountId, reason }: Given): Promise<readonly Stands[]> => {
    if (accountId === null) return []
    const variables = { lifecycle, caseId, state, accountId, owner: ownerId, reason }
    const result = (await assign({ variables })).data?.assignWork
    if (result?.outcome === 'OWNED' || result?.outcome === 'MAY_NOT')
      return [{ outcome: result.outcome, name: result.item?.ownerName ?? t('nobody') }]
    await onEnd(
      result?.outcome === 'DONE' ? t('assigned', { what, name: result.item?.ownerName ?? '' }) : t('movedOn', { what }),
    )
    return []
  }
  return (
    <Dialog title={t('assignOf', { what })} onClose={onClose}>
      {error ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {data || error ? null : <Skeleton lines={4} />}
      {data && free.length === 0 ? <Notice tone="warning">{t('assignNobody')}</Notice> : null}
      {free.length > 0 ? (
        <StepForm<Given, Stands>
          blank={{ accountId: null, reason: '' }}
          fields={(control) => <Fields control={control} free={free} />}
          wrong={({ accountId, reason }) => ({
            ...(accountId === null ? { accountId: t('assignWhom') } : {}),
            ...(isText(reason) ? {} : { reason: t('assignReasonHint') }),
          })}
          verb={t('assign')}
          take={take}
          problems={([found]) =>
            found ? (
              <Notice tone="refused">
                {found.outcome === 'OWNED' ? t('ownedMeanwhile', { what, name: found.name }) : t('mayNot')}
              </Notice>
            ) : null
          }
        />
      ) : null}
      <Others colleagues={colleagues} />
    </Dialog>
  )
}

function Fields({ control, free }: { control: Control<Given>; free: readonly Colleague[] }) {
  const t = useMessages(messages)
  return (
    <>
      <SelectField
        control={control}
        name="accountId"
        label={t('assignTo')}
        options={free.map(({ accountId, name, inHand }) => ({
          value: accountId,
          label: t('colleague', { name, count: inHand }),
        }))}
      />
      <TextareaField
        control={control}
        name="reason"
        label={t('assignReason')}
        hint={t('assignReasonHint')}
        rows={2}
        maxLength={200}
      />
    </>
  )
}

/** Whom it cannot be given to, by the reason. */
function Others({ colleagues }: { colleagues: readonly Colleague[] }) {
  const t = useMessages(messages)
  const lines = (['SAME_PERSON', 'NOT_PERMITTED'] as const).flatMap((standing) => {
    const names = colleagues.filter((one) => one.standing === standing).map(({ name }) => name)
    return names.length > 0 ? [t(`cannot${standing}`, { names: names.join(t('between')) })] : []
  })
  if (lines.length === 0) return null
  return (
    <ul className={style.left}>
      {lines.map((line) => (
        <li key={line} className="quiet">
          {line}
        </li>
      ))}
    </ul>
  )
}
