import { Button, Checkbox, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { isTyping } from '../../../shared/ui/is-typing.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import style from './hotline.module.css'
import type { Said } from './read-voice-page.ts'
import { telephoneMessages } from './telephone-messages.ts'
import { useTelephone } from './use-telephone.ts'

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const
/** Of what was said before nobody needs more. */
const mostShown = 4
const canSpeak = () => 'speechSynthesis' in globalThis

function speakAll(said: readonly Said[]): void {
  globalThis.speechSynthesis.cancel()
  for (const { text, language } of said) {
    const words = new SpeechSynthesisUtterance(text)
    words.lang = language
    globalThis.speechSynthesis.speak(words)
  }
}

/** A telephone in the page: the real dialogue with its prompts, twelve keys and a name to say. */
export function TelephonePage() {
  const t = useMessages(telephoneMessages)
  const [aloud, setAloud] = useState(canSpeak)
  const [keyed, setKeyed] = useState('')
  const { page, heard, trouble, busy, dial, press, sayName, hangUp } = useTelephone((said) => {
    setKeyed('')
    if (aloud && canSpeak()) speakAll(said)
  })
  const waits = page?.waits
  const onCall = waits !== undefined && waits !== 'OVER'
  const takesKeys = waits === 'KEY' || waits === 'KEYS'

  const key = (pressed: string) => {
    if (!takesKeys || busy) return
    if (waits === 'KEY') return void (pressed === '#' ? undefined : press(pressed))
    if (pressed !== '#') return setKeyed((before) => (before + pressed).slice(0, 20))
    if (keyed) void press(keyed)
  }
  const typed = useEffectEvent((event: KeyboardEvent) => {
    if (!onCall || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') return setKeyed((before) => before.slice(0, -1))
    const pressed = rows.find((one) => one === event.key)
    if (!pressed) return
    event.preventDefault()
    key(pressed)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => typed(event)
    globalThis.addEventListener('keydown', listen)
    return () => globalThis.removeEventListener('keydown', listen)
  }, [])
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const caller = new FormData(event.currentTarget).get('caller')
    void dial(typeof caller === 'string' ? caller.trim() : '')
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <form className={style.dial} onSubmit={start}>
        <TextInput
          name="caller"
          size="lg"
          label={t('caller')}
          defaultValue="13800000021"
          inputMode="tel"
          maxLength={15}
        />
        <Button type="submit" size="lg" disabled={busy || onCall}>
          {t(heard.length > 0 ? 'again' : 'start')}
        </Button>
      </form>
      {canSpeak() ? (
        <Checkbox checked={aloud} onChange={(event) => setAloud(event.currentTarget.checked)} label={t('speak')} />
      ) : null}
      {trouble ? <Notice tone="refused">{t(trouble)}</Notice> : null}
      {waits ? (
        <section className={style.telephone} aria-label={t('keys')}>
          <div className={style.talk}>
            <output className={style.state}>{t(`state${waits}`)}</output>
            <div className={style.heard} role="log" aria-label={t('heard')}>
              {heard.slice(-mostShown).map(({ text, language }, index) => (
                <p key={Math.max(0, heard.length - mostShown) + index} lang={language}>
                  {text}
                </p>
              ))}
            </div>
            {waits === 'VOICE' ? (
              <Button size="lg" disabled={busy} onClick={() => void sayName()}>
                {t('sayName')}
              </Button>
            ) : null}
            {waits === 'TRANSFER' ? <Link to="/staff/hotline">{t('desk')}</Link> : null}
          </div>
          <div className={style.pad}>
            <output className={style.keyed}>{keyed ? t('keyed', { keys: keyed }) : t('nothingKeyed')}</output>
            <div className={style.keys}>
              {rows.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-label={one === '*' ? t('star') : one === '#' ? t('hash') : one}
                  aria-disabled={!takesKeys}
                  onClick={() => key(one)}
                >
                  {one}
                </button>
              ))}
            </div>
            <p className={style.hint}>{t('keysHint')}</p>
            {onCall ? (
              <Button variant="default" disabled={busy} onClick={() => void hangUp()}>
                {t('hangUp')}
              </Button>
            ) : null}
          </div>
        </section>
      ) : null}
    </>
  )
}
