import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { messages } from './messages.ts'
import style from './workbench.module.css'

const keys = [
  ['Enter · F2', 'keyEditText'],
  ['Delete', 'keyClearText'],
  ['Space · Shift+↑↓ · Ctrl+A', 'keySelectText'],
  ['Ctrl+Z · Ctrl+Y', 'keyUndoText'],
  ['Ctrl+V · Ctrl+C', 'keyPasteText'],
  ['Alt+↑ · Alt+↓', 'keySortText'],
  ['Ctrl+Enter', 'keyPersonText'],
  ['/', 'keyFindText'],
] as const

/** Every key of the grid. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <dl className={style.keys}>
        <dt>
          <kbd>{t('keyMove')}</kbd>
        </dt>
        <dd>{t('keyMoveText')}</dd>
        {keys.map(([key, text]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <div className={style.actions}>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  )
}
