import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import style from './copy-link.module.css'
import { messages } from './messages.ts'

/** The address of this calculation, to keep or to send. Where nothing can be copied, the link is selected instead. */
export function CopyLink() {
  const t = useMessages(messages)
  const { pathname, search } = useLocation()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<{ link: string; how: 'copied' | 'copyFailed' }>()
  const link = `${window.location.origin}${pathname}${search}`
  const said = told?.link === link ? told.how : undefined
  const copy = async () => {
    const done = await copyText(link)
    if (!done) field.current?.select()
    setTold({ link, how: done ? 'copied' : 'copyFailed' })
  }
  return (
    <div className={style.link}>
      <TextInput
        ref={field}
        label={t('link')}
        description={t('linkHint')}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={style.copy}>
        <Button
          variant="default"
          leftSection={said === 'copied' ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Button>
        <output>{said ? t(said) : ''}</output>
      </div>
    </div>
  )
}
