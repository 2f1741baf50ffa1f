import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { ClerkDuty } from '../../../shared/lib/viewer-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import type { ClerkFactsFragment } from './clerks.generated.ts'
import style from './clerks.module.css'
import { DutiesField } from './duties-field.tsx'
import { messages } from './messages.ts'

interface ChangeDutiesProps {
  clerk: ClerkFactsFragment
  busy: boolean
  onSave: (duties: ClerkDuty[]) => void
  onCancel: () => void
}

export function ChangeDuties({ clerk, busy, onSave, onCancel }: ChangeDutiesProps) {
  const t = useMessages(messages)
  const [duties, setDuties] = useState<ClerkDuty[]>([...clerk.duties])
  return (
    <Dialog title={t('changeTitle', { name: clerk.displayName })} onClose={onCancel}>
      <div className={style.form}>
        <DutiesField duties={duties} onChange={setDuties} />
        <div className={style.deeds}>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button loading={busy} onClick={() => onSave(duties)}>
            {t('save')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
