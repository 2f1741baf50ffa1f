/** The office's seal, the one spot of vermilion in the frame. */
export function Seal({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="6" fill="#b8341b" />
      <path d="M16 5.5 18.3 12l6.9.2-5.4 4.2 1.9 6.6L16 19.1l-5.7 3.9 1.9-6.6-5.4-4.2 6.900-.2z" fill="#fff" />
    </svg>
  )
}
