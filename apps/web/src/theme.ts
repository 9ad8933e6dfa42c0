import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eaf2fb',
  '#d3e2f3',
  '#a6c4e6',
  '#77a5d8',
  '#4f8bcc',
  '#347ac4',
  '#266fbf',
  '#1d5fa7',
  '#155495',
  '#064983',
];

/** Dark enough behind white words, which the kit's own red is not. */
const red: MantineColorsTuple = [
  '#fdecea',
  '#fad4d0',
  '#f3a7a1',
  '#e87a72',
  '#dc544a',
  '#c93a31',
  '#bd2f26',
  '#b3261e',
  '#97190f',
  '#7a0f08',
];

const dark: MantineColorsTuple = [
  '#dfe3e9',
  '#bcc3cd',
  '#97a0ad',
  '#707a88',
  '#4b5462',
  '#3a424e',
  '#2b313b',
  '#1c2027',
  '#161a20',
  '#0f1216',
];

export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif", fontWeight: '600' },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  colors: { accent, dark, red },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Quiet text keeps 4.5:1 on the page and on a raised surface, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6472',
    '--page': '#f6f7f9',
    '--surface': '#ffffff',
    '--line': '#e1e5ea',
    '--quiet': '#5a6472',
    '--ink': '#1a1f26',
    '--hover': '#f0f4f9',
    '--chosen': '#e4eefa',
    '--accent-ink': '#1d5fa7',
    '--bad': '#b3261e',
    '--bad-back': '#fdecea',
    '--good': '#1c6b3c',
    '--good-back': '#e5f3ea',
    '--care': '#80540a',
    '--care-back': '#fbf0d9',
    '--calm-back': '#eceff3',
  },
  dark: {
    '--mantine-color-dimmed': '#a2abb8',
    '--page': '#14171c',
    '--surface': '#1c2027',
    '--line': '#2f3641',
    '--quiet': '#a2abb8',
    '--ink': '#e4e8ee',
    '--hover': '#232932',
    '--chosen': '#233449',
    '--accent-ink': '#84b4e8',
    '--bad': '#ff9c93',
    '--bad-back': '#43211f',
    '--good': '#83d3a0',
    '--good-back': '#1c3626',
    '--care': '#eac078',
    '--care-back': '#3b2f17',
    '--calm-back': '#2a303a',
  },
});
