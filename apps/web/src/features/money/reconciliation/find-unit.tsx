import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLazyQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { itemMessages } from './item-messages.ts'
import { FindUnitToAssignDocument } from './reconciliation.generated.ts'
import style from './find-unit.module.css'

export interface FoundUnit {
  id: string
  name: string
  registrationNo: string
}

interface FindUnitProps {
  unit: FoundUnit | undefined
  onFound: (unit: FoundUnit | undefined) => void
  problem: string | undefined
}

/** One employer by its whole number; the name is shown before anything is assigned. */
export function FindUnit({ unit, onFound, problem }: FindUnitProps) {
  const t = useMessages(itemMessages)
  const [find, { loading }] = useLazyQuery(FindUnitToAssignDocument, { fetchPolicy: 'network-only' })
  const [number, setNumber] = useState('')
  const [missing, setMissing] = useState(false)
  const look = async () => {
    const { data } = await find({ variables: { number } })
    const found = data?.registeredUnit
    setMissing(!found)
    onFound(found ?? undefined)
  }
  return (
    <div>
      <div className={style.findUnit}>
        <TextInput
          size="sm"
          label={t('number')}
          value={number}
          autoComplete="off"
          error={missing ? t('notFound') : problem}
          onChange={(event) => setNumber(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            void look()
          }}
        />
        <Button
          variant="default"
          size="sm"
          loading={loading}
          disabled={number.trim() === ''}
          onClick={() => void look()}
        >
          {t('find')}
        </Button>
      </div>
      <output className={style.found}>
        {unit ? t('assignTo', { name: unit.name, number: unit.registrationNo }) : null}
      </output>
    </div>
  )
}
