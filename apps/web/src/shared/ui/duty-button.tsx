import { Button, type ButtonProps } from '@mantine/core'
import { useId } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useMissingDuty, type ClerkDuty } from '../lib/viewer-context.tsx'
import style from './duty-button.module.css'
import { dutyMessages } from './duty-messages.ts'

interface DutyButtonProps extends ButtonProps {
  /** What a clerk needs for it. */
  duty: ClerkDuty
  type?: 'submit'
  onClick?: () => void
}

/** A button that takes a duty: a clerk without it reads why it cannot be pressed, and who can. The office refuses them in any case. */
export function DutyButton({ duty, ...button }: DutyButtonProps) {
  const t = useMessages(dutyMessages)
  const reasonId = useId()
  const missing = useMissingDuty(duty)
  if (!missing) return <Button {...button} />
  return (
    <div className={style.missing}>
      <Button {...button} disabled aria-describedby={reasonId} />
      <p id={reasonId}>{t(`missing${missing}`)}</p>
    </div>
  )
}
