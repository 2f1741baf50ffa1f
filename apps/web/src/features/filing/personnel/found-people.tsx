import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { Places } from './use-places.ts'
import sheet from './personnel.module.css'

/** That the office is still looking, or that nobody matches: an empty table would say neither. */
export function FoundPeople({ places, onAll }: { places: Places; onAll: () => void }) {
  const t = useMessages(messages)
  const isEmpty = !places.waiting && !places.failed && places.rows.length === 0
  return (
    <>
      <output className={sheet.soft}>{places.waiting ? t('searching') : isEmpty ? t('noneFound') : null}</output>
      {isEmpty ? (
        <div className={sheet.actions}>
          <Button variant="default" onClick={onAll}>
            {t('showAgain')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
