import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import {
  ConfirmAddressDocument,
  RemoveAddressDocument,
  RequestAddressCodeDocument,
  SwitchChannelDocument,
} from './ways.generated.ts'
import type { RequestAddressCodeMutation, RequestAddressCodeMutationVariables } from './ways.generated.ts'
import { waysMessages } from './ways-messages.ts'

export type Channel = RequestAddressCodeMutationVariables['channel']
type Outcome = RequestAddressCodeMutation['requestAddressCode']

export type WayDeed =
  | { kind: 'REQUEST'; address: string }
  | { kind: 'CONFIRM'; code: string }
  | { kind: 'REMOVE' }
  | { kind: 'SWITCH'; on: boolean }

export interface Said {
  tone: 'done' | 'refused'
  text: string
}

/** Changes one channel; what came of it is said, and the settings are read again. */
export function useWays(channel: Channel, onChanged: () => Promise<void>) {
  const t = useMessages(waysMessages)
  const [request, requesting] = useMutation(RequestAddressCodeDocument)
  const [confirm, confirming] = useMutation(ConfirmAddressDocument)
  const [remove, removing] = useMutation(RemoveAddressDocument)
  const [turn, turning] = useMutation(SwitchChannelDocument)

  async function send(deed: WayDeed): Promise<Outcome | undefined> {
    if (deed.kind === 'REQUEST') {
      const { data } = await request({ variables: { channel, address: deed.address } })
      return data?.requestAddressCode
    }
    if (deed.kind === 'CONFIRM')
      return (await confirm({ variables: { channel, code: deed.code } })).data?.confirmAddress
    if (deed.kind === 'REMOVE') return (await remove({ variables: { channel } })).data?.removeAddress
    return (await turn({ variables: { channel, on: deed.on } })).data?.switchChannel
  }

  /** Nothing where the page itself shows that a code is waited for. */
  function wordsOf(deed: WayDeed): string | undefined {
    if (deed.kind === 'CONFIRM') return t('confirmed')
    if (deed.kind === 'REMOVE') return t('removed')
    return deed.kind === 'SWITCH' ? t(deed.on ? 'switchedOn' : 'switchedOff') : undefined
  }

  async function act(deed: WayDeed): Promise<Said | undefined> {
    try {
      const outcome = await send(deed)
      if (!outcome) return { tone: 'refused', text: t('failed') }
      if (outcome.__typename === 'ContactRefused') {
        const { reason } = outcome
        return { tone: 'refused', text: reason === 'NO_ADDRESS' ? t(`NO_ADDRESS_${channel}`) : t(reason) }
      }
      await onChanged()
      const text = wordsOf(deed)
      return text === undefined ? undefined : { tone: 'done', text }
    } catch {
      return { tone: 'refused', text: t('failed') }
    }
  }
  return { act, busy: requesting.loading || confirming.loading || removing.loading || turning.loading }
}
