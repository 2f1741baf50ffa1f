import { answerName } from '@shebao/declaration-rules'
import { Link } from 'react-router'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import { registrationWords } from '../../../shared/case/registration-words.ts'
import { useDistricts } from '../../../shared/case/use-districts.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useTask } from '../../../shared/case/use-task.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { RegistrationTaskDocument, type RegistrationTaskQuery } from './registration.generated.ts'
import style from './registration.module.css'
import { RegistrationSteps } from './registration-steps.tsx'

type Registration = RegistrationTaskQuery['registration']

/** One employer that registered by itself, in front of an officer: what it stated, the licence, and what the register knows. */
export function RegistrationTaskPage() {
  const t = useMessages(messages)
  const word = useMessages(registrationWords)
  const format = useFormat()
  const { data, done, onDone, renew } = useTask(RegistrationTaskDocument)
  const registration = data?.registration
  if (!registration) return <Skeleton lines={10} />
  const { number, mark, state, version, submittedAt, files } = registration
  return (
    <DeskTask
      title={`${t('title')} ${number}`}
      above={<Link to="/staff">{t('work')}</Link>}
      lead={registration.values.find(({ field }) => field === 'name')?.value ?? ''}
      done={done}
      facts={
        <div className={style.facts}>
          <Known registration={registration} />
          <Facts
            facts={[
              [t('state'), `${word(`state${state}`)} · ${t('version', { version })}`],
              ...(submittedAt ? [[t('submittedAt'), format.instant(submittedAt)] as [string, string]] : []),
              [t('licence'), <AttachedFiles key="files" label={t('licence')} files={files} />],
            ]}
          />
          <Stated registration={registration} />
          <Earlier registration={registration} />
        </div>
      }
    >
      <RegistrationSteps key={mark} registration={registration} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

function Known({ registration: { unit, unitFilesOnline, rivals } }: { registration: Registration }) {
  const t = useMessages(messages)
  return (
    <>
      {unit ? (
        <Notice tone="warning">
          {t('known')} <Link to={`/staff/employers/${unit.id}`}>{unit.name}</Link>
          <p>
            {t('knownText')} {unitFilesOnline ? t('filesOnline') : ''}
          </p>
        </Notice>
      ) : null}
      {rivals > 0 ? <Notice tone="warning">{t('rivals', { count: rivals })}</Notice> : null}
    </>
  )
}

function Stated({ registration: { values, unit } }: { registration: Registration }) {
  const t = useMessages(messages)
  const word = useMessages(registrationWords)
  const { language } = useLanguage()
  const { nameOf } = useDistricts()
  const shown = (field: string, value: string) =>
    field === 'unitType' || field === 'industry'
      ? answerName(field, value, language)
      : field === 'district'
        ? nameOf(value)
        : value
  const held: Partial<Record<string, string>> = unit
    ? { name: unit.name, registeredAddress: unit.registeredAddress, legalRepName: unit.legalRepName }
    : {}
  return (
    <section>
      <h2>{t('stated')}</h2>
      <Facts
        facts={values.map(({ field, value }) => [
          word(field),
          <span key={field}>
            {shown(field, value)}
            {held[field] && held[field] !== value ? (
              <span className="sub">{t('inRegister', { value: held[field] })}</span>
            ) : null}
          </span>,
        ])}
      />
    </section>
  )
}

function Earlier({ registration: { versions } }: { registration: Registration }) {
  const t = useMessages(messages)
  const word = useMessages(registrationWords)
  const refused = versions.filter(({ note }) => note !== null)
  if (refused.length === 0) return null
  return (
    <section>
      <h2>{t('history')}</h2>
      <Facts
        facts={refused.map(({ version, note, fieldNotes }) => [
          t('version', { version }),
          <span key={version}>
            {note}
            {fieldNotes.map(({ field, note: said }) => (
              <span key={field} className="sub">
                {word(field)}: {said}
              </span>
            ))}
          </span>,
        ])}
      />
    </section>
  )
}
