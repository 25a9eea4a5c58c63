import { createTheme, type MantineColorsTuple } from '@mantine/core'

/**
 * What Mantine must know at run time. Colours are not here but in palette.ts: components refer to them as CSS variables, so that
 * light and dark need no script.
 */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 9,
  colors: { petrol: hues(195, 34), gray: hues(42, 12), dark: hues(192, 14), red: hues(6, 60) },
  // What each system reads best in: Windows, Apple, Android, the Linux desktops; the rest as it comes.
  fontFamily:
    "'Segoe UI Variable Text', 'Segoe UI', -apple-system, Roboto, 'Noto Sans', Ubuntu, 'Open Sans', 'DejaVu Sans Condensed', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.875rem', xl: '1.5rem' },
  defaultRadius: 'md',
  focusRing: 'never', // one ring for everything, in base.css
  activeClassName: '',
  respectReducedMotion: true,
  components: {
    // Plain objects: the components' own `extend` would pull them into the first page.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', radius: 'md' } },
    InputWrapper: { defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    Input: { defaultProps: { size: 'md' } },
  },
})

/** Ten steps of one hue for the few places where Mantine's own style sheets name a shade. */
function hues(hue: number, saturation: number): MantineColorsTuple {
  const step = (lightness: number) => `hsl(${hue} ${saturation}% ${lightness}%)`
  return [step(96), step(91), step(84), step(75), step(65), step(53), step(42), step(32), step(24), step(17)]
}
