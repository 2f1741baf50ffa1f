import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { AskEmployeesDocument, HandOverConfirmationLinksDocument } from './confirmations.generated.ts'
import type { Links } from './handed-links.tsx'
import { messages } from './messages.ts'

export interface Note {
  tone: 'done' | 'warning' | 'refused'
  text: string
}

/** Asking everybody or one person, and links to hand over; with what became of it in words. */
export function useAsking(declarationId: string, onChanged: () => void) {
  const t = useMessages(messages)
  const [note, say] = useState<Note>()
  const [send, asking] = useMutation(AskEmployeesDocument)
  const [make, making] = useMutation(HandOverConfirmationLinksDocument)
  const refuse = (text: string) => say({ tone: 'refused', text })

  const ask = async (rowNo?: number, remind = false) => {
    say(undefined)
    try {
      const { data } = await send({
        variables: { declarationId, rowNos: rowNo === undefined ? null : [rowNo], remind },
      })
      const done = data?.askEmployees
      if (!done) return refuse(t('failed'))
      if (done.__typename === 'ConfirmationRefused') return refuse(t(done.code))
      const { asked, unreached, already, withoutNumber } = done
      if (rowNo !== undefined && already > 0) say({ tone: 'warning', text: t('remindedToday') })
      else {
        const parts = [
          t('askedAll', { asked }),
          unreached > 0 ? t('askedUnreached', { unreached }) : '',
          already > 0 ? t('askedAlready', { already }) : '',
          withoutNumber > 0 ? t('askedWithout', { without: withoutNumber }) : '',
        ]
        say({ tone: 'done', text: parts.filter((part) => part !== '').join(' ') })
      }
      return onChanged()
    } catch {
      return refuse(t('failed'))
    }
  }

  const handOver = async (rowNos: number[]): Promise<Links | undefined> => {
    say(undefined)
    try {
      const { data } = await make({ variables: { declarationId, rowNos } })
      const done = data?.handOverConfirmationLinks
      if (done?.__typename === 'ConfirmationLinksHanded') {
        onChanged()
        if (done.links.length > 0) return done
        say({ tone: 'warning', text: t('noLinks') })
      } else refuse(done ? t(done.code) : t('failed'))
    } catch {
      refuse(t('failed'))
    }
    return undefined
  }

  return { ask, handOver, note, say, busy: asking.loading || making.loading }
}
