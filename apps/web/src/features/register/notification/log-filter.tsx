import { Button, TextInput } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import style from './delivery-log.module.css'
import { logMessages } from './log-messages.ts'

export const logStates = ['WAITING', 'SENT', 'GIVEN_UP'] as const
export type LogState = (typeof logStates)[number]

interface Chosen {
  state: LogState | null
  reader: string | null
}

const search = (chosen: Chosen) =>
  new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/** What of the log is shown, by how far it went and by whom it was for; the address keeps it. */
export function LogFilter({ state, reader }: Chosen) {
  const t = useMessages(logMessages)
  const [, setParams] = useSearchParams()
  return (
    <div className={style.filter}>
      <ChoiceLinks
        label={t('filter')}
        chosen={state ?? 'any'}
        options={[
          { id: 'any', to: `?${search({ state: null, reader }).toString()}`, text: t('any') },
          ...logStates.map((one) => ({ id: one, to: `?${search({ state: one, reader }).toString()}`, text: t(one) })),
        ]}
      />
      <form
        className={style.find}
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget).get('reader')
          setParams(search({ state, reader: typeof given === 'string' ? given.trim() : null }))
        }}
      >
        <TextInput
          name="reader"
          size="sm"
          label={t('find')}
          defaultValue={reader ?? ''}
          autoComplete="off"
          maxLength={64}
        />
        <Button type="submit" size="sm" variant="default">
          {t('findVerb')}
        </Button>
      </form>
    </div>
  )
}
