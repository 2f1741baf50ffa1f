import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import dialog from '../../../shared/ui/dialog.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { reviewMessages } from './later-review-messages.ts'

interface KeyListProps {
  /** Their keys, and what they are called together. */
  tabs: string
  tabsText: string
  /** What does not differ can be left out. */
  differences: boolean
  /** It is closed at the end. */
  closes: boolean
  onClose: () => void
}

/** What each key of a review does. */
export function KeyList({ tabs, tabsText, differences, closes, onClose }: KeyListProps) {
  const t = useMessages(reviewMessages)
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <Facts
        facts={[
          [tabs, tabsText],
          ...(differences ? [['d', t('keyDifferences')] as const] : []),
          ['j k', t('keyMove')],
          ['n', t('keyNote')],
          ['s', t('keyStart')],
          ['b', t('keyReturn')],
          ['r', t('keyRecommend')],
          ['a', t('keyAccept')],
          ...(closes ? [['c', t('keyClose')] as const] : []),
          ['u', t('keyBack')],
          ['?', t('keyHelp')],
        ]}
      />
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('keysClose')}</Button>
      </div>
    </Dialog>
  )
}
