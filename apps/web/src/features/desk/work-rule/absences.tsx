import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { DateField, SelectField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { handlesCases } from '../../../shared/lib/staff-role.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import type { People } from './propose-rule.tsx'
import style from './work-rule.module.css'
import { EndAbsenceDocument, NoteAbsenceDocument } from './work-rule.generated.ts'
import type { AbsenceRefusal, WorkRulesPageQuery } from './work-rule.generated.ts'

interface AbsencesProps {
  absences: WorkRulesPageQuery['staffAbsences']
  people: People
  onDone: () => Promise<void>
}

/** Who is away and who stands in; one's own, or a colleague's by who gives them work. */
export function Absences({ absences, people, onDone }: AbsencesProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { id: me, roles } = useViewer()
  const forOthers = roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const handles = handlesCases(roles)
  const [end, { loading }] = useMutation(EndAbsenceDocument)
  const [failed, setFailed] = useState(false)
  const cancel = async (id: string) => {
    try {
      await end({ variables: { id } })
      setFailed(false)
      await onDone()
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className={desk.section}>
      <h2>{t('absences')}</h2>
      <p className="quiet">{t('absencesLead')}</p>
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {absences.length === 0 ? <p className="quiet">{t('noAbsences')}</p> : null}
      <ul className={style.absences}>
        {absences.map(({ id, accountId, name, fromDay, toDay, standInName }) => (
          <li key={id}>
            <span>
              {name} · {t('days', { from: format.date(fromDay), to: format.date(toDay) })}
              <span className="sub">{standInName === null ? t('noStandIn') : t('standIn', { name: standInName })}</span>
            </span>
            {forOthers || accountId === me ? (
              <Button
                size="compact-sm"
                variant="default"
                disabled={loading}
                aria-label={t('backOf', { name })}
                onClick={() => void cancel(id)}
              >
                {t('back')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {handles ? <NoteAbsence people={people} me={forOthers ? undefined : me} onDone={onDone} /> : null}
    </section>
  )
}

interface Noted {
  accountId: string | null
  fromDay: string | null
  toDay: string | null
  standInId: string | null
}

/** `me`: who may note nobody's but their own. */
function NoteAbsence({ people, me, onDone }: { people: People; me: string | undefined; onDone: () => Promise<void> }) {
  const t = useMessages(messages)
  const [note] = useMutation(NoteAbsenceDocument)
  const [round, setRound] = useState(0)
  const take = async ({ accountId, fromDay, toDay, standInId }: Noted): Promise<readonly AbsenceRefusal[]> => {
    if (fromDay === null || toDay === null) return []
    const outcome = (await note({ variables: { accountId, fromDay, toDay, standInId } })).data?.noteAbsence
    if (outcome?.__typename === 'AbsenceRefused') return [outcome.reason]
    setRound(round + 1)
    await onDone()
    return []
  }
  return (
    <StepForm<Noted, AbsenceRefusal>
      key={round}
      blank={{ accountId: me ?? null, fromDay: null, toDay: null, standInId: null }}
      fields={(control) => <Fields control={control} people={people} own={me !== undefined} />}
      wrong={({ accountId, fromDay, toDay }) => ({
        ...(accountId === null ? { accountId: t('whoWrong') } : {}),
        ...(fromDay === null ? { fromDay: t('dayWrong') } : {}),
        ...(toDay === null || (fromDay !== null && toDay < fromDay) ? { toDay: t('toWrong') } : {}),
      })}
      verb={t('noteAbsence')}
      aside
      take={take}
      problems={([reason]) => (reason ? <Notice tone="refused">{t(`absence${reason}`)}</Notice> : null)}
    />
  )
}

function Fields({ control, people, own }: { control: Control<Noted>; people: People; own: boolean }) {
  const t = useMessages(messages)
  const options = people.map(({ accountId, name }) => ({ value: accountId, label: name }))
  return (
    <>
      {own ? null : <SelectField control={control} name="accountId" label={t('who')} options={options} />}
      <DateField control={control} name="fromDay" label={t('from')} />
      <DateField control={control} name="toDay" label={t('to')} />
      <SelectField
        control={control}
        name="standInId"
        label={t('standInLabel')}
        hint={t('standInHint')}
        options={options}
      />
    </>
  )
}
