import { Button, Checkbox, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { checkCardNumber } from '@shebao/identifiers'
import { useRef, useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { CardDocument } from './card.generated.ts'
import { cardWords } from './card-words.ts'
import { DeskOutcome } from './desk-outcome.tsx'
import { partnerMessages } from './partner-messages.ts'
import { ActivateCardAtBankDocument, type DeskDoneFragment } from './partner-desk.generated.ts'
import style from './partner.module.css'
import { textOf, useDesk } from './use-desk.ts'

const shortestId = 6
type Wrong = 'cardNumber' | 'idNumber' | 'papers'

/** Valid ID and card, both IDs for a proxy: one form, walked with Tab, space and Enter. */
export function BankDesk() {
  const t = useMessages(partnerMessages)
  const word = useMessages(cardWords)
  const form = useRef<HTMLFormElement>(null)
  const [activate, { loading }] = useMutation(ActivateCardAtBankDocument)
  const { done, problem, send, next } = useDesk(form)
  const [byProxy, setByProxy] = useState(false)
  const [seen, setSeen] = useState<readonly CardDocument[]>([])
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const needed: readonly CardDocument[] = byProxy ? ['ID', 'CARD', 'PROXY_ID'] : ['ID', 'CARD']

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [cardNumber, idNumber] = [textOf(event.currentTarget, 'cardNumber'), textOf(event.currentTarget, 'idNumber')]
    const found: Wrong[] = []
    if (!checkCardNumber(cardNumber).ok) found.push('cardNumber')
    if (idNumber.length < shortestId) found.push('idNumber')
    if (!needed.every((document) => seen.includes(document))) found.push('papers')
    setWrong(found)
    if (found[0]) return form.current?.querySelector<HTMLInputElement>(`[name="${found[0]}"]`)?.focus()
    const input = { cardNumber, idNumber, byProxy, documents: needed.filter((one) => seen.includes(one)) }
    return send(
      async (): Promise<DeskDoneFragment | undefined> =>
        (await activate({ variables: { input } })).data?.activateCardAtBank,
    )
  }
  const onNext = () => {
    setSeen([])
    setByProxy(false)
    next()
  }
  if (done) return <DeskOutcome done={done} onNext={onNext} />
  return (
    <form ref={form} className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <TextInput
        name="cardNumber"
        size="lg"
        label={t('cardNumber')}
        description={t('cardNumberHint')}
        error={wrong.includes('cardNumber') ? t('cardNumberWrong') : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={12}
        data-autofocus
      />
      <TextInput
        name="idNumber"
        size="lg"
        label={t('idNumber')}
        error={wrong.includes('idNumber') ? t('idNumberWrong') : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
      />
      <Checkbox
        size="lg"
        label={t('byProxy')}
        checked={byProxy}
        onChange={({ currentTarget: { checked } }) => setByProxy(checked)}
      />
      <fieldset className={style.papers}>
        <legend>{t('seen')}</legend>
        {needed.map((document) => (
          <Checkbox
            key={document}
            name="papers"
            size="lg"
            label={word(`document${document}`)}
            checked={seen.includes(document)}
            onChange={({ currentTarget: { checked } }) =>
              setSeen(checked ? [...seen, document] : seen.filter((one) => one !== document))
            }
          />
        ))}
        {wrong.includes('papers') ? (
          <p className={style.wrong} role="alert">
            {t('notSeen')}
          </p>
        ) : null}
      </fieldset>
      <Button type="submit" size="lg" loading={loading}>
        {t('activate')}
      </Button>
    </form>
  )
}
