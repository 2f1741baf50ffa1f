import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useLazyQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import style from './accounts.module.css'
import { EmployerAccountDocument } from './employer-accounts.generated.ts'
import type { EmployerAccountQuery } from './employer-accounts.generated.ts'
import { employerMessages } from './employer-messages.ts'

type Found = NonNullable<EmployerAccountQuery['employerAccount']>

/** One employer by its number: whether its account is open, and a letter for it. */
export function OneEmployer({ making, onMake }: { making: boolean; onMake: (id: string) => Promise<void> }) {
  const t = useMessages(employerMessages)
  const format = useFormat()
  const [find, { loading }] = useLazyQuery(EmployerAccountDocument, { fetchPolicy: 'network-only' })
  const [number, setNumber] = useState('')
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<'needNumber' | 'notFound' | 'CONNECTION'>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFound(undefined)
    if (number.trim() === '') return setProblem('needNumber')
    try {
      const { data } = await find({ variables: { number } })
      setProblem(data?.employerAccount ? undefined : 'notFound')
      return setFound(data?.employerAccount ?? undefined)
    } catch {
      return setProblem('CONNECTION')
    }
  }
  return (
    <section className={style.paper} aria-labelledby="one-employer">
      <h2 id="one-employer">{t('resetTitle')}</h2>
      <form className={style.dialog} noValidate onSubmit={(event) => void submit(event)}>
        <TextInput
          name="number"
          label={t('number')}
          error={problem ? t(problem) : undefined}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
        />
        <div>
          <Button type="submit" variant="default" loading={loading}>
            {t('find')}
          </Button>
        </div>
      </form>
      {found ? (
        <div className={style.dialog}>
          <p>
            <strong>{found.name}</strong> {found.registrationNo}
            <span className="sub">
              {t(found.opened ? 'opened' : 'notOpened')}
              {found.openUntil ? ` ${t('until', { until: format.instant(found.openUntil) })}` : ''}
            </span>
          </p>
          <div>
            <Button loading={making} onClick={() => void onMake(found.id)}>
              {t(found.opened ? 'makeReset' : 'makeOne')}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  )
}
