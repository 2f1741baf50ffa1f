import { useState } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { isContrastMore, keepAids, readAids, textSizes, type ReadingAids } from '../lib/reading-aids.ts'
import { readingAidsMessages } from './reading-aids-messages.ts'
import style from './reading-aids-switch.module.css'

/** How large and how sharp everything is written: three sizes shown at their size, and the contrast. */
export function ReadingAidsSwitch() {
  const t = useMessages(readingAidsMessages)
  const [aids, setAids] = useState(readAids)
  const choose = (next: ReadingAids) => {
    setAids(next)
    keepAids(next)
  }
  const contrast = isContrastMore(aids)
  return (
    <fieldset className={style.aids}>
      <legend className="visually-hidden">{t('readingAids')}</legend>
      {textSizes.map((text) => (
        <button
          key={text}
          type="button"
          className={style.aid}
          data-size={text}
          aria-label={t(`textSize${text}`)}
          aria-pressed={aids.text === text}
          onClick={() => choose({ ...aids, text })}
        >
          <span aria-hidden>{t('letter')}</span>
        </button>
      ))}
      <button
        type="button"
        className={style.aid}
        aria-pressed={contrast}
        onClick={() => choose({ ...aids, contrast: contrast ? 'normal' : 'more' })}
      >
        {t('moreContrast')}
      </button>
    </fieldset>
  )
}
