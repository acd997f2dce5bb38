/// <reference types="vite/client" />
import type { Decorator, Preview } from '@storybook/react-vite';
import { StrictMode } from 'react';
import { Page } from './Page.js';
import { dirOf, schemeOf } from './surroundings.js';
import '../src/styles/index.css';

const onPage: Decorator = (Story, { globals, parameters, viewMode }) => (
  <StrictMode>
    <Page
      scheme={schemeOf(globals)}
      dir={dirOf(globals)}
      whole={viewMode === 'story'}
      bare={parameters['page'] === 'bare'}
    >
      <Story />
    </Page>
  </StrictMode>
);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onPage],
  parameters: {
    // The page around the kit brings its own margin; a story that brings its own page says `page: 'bare'`.
    layout: 'fullscreen',
    controls: { expanded: true },
    options: { storySort: { order: ['Meeting', ['Whole session', '*'], '*'] } },
    a11y: {
      // A test run checks each story in more modes than the one it is shown in: see test/setup/stories.ts.
      test: import.meta.env['VITEST_STORYBOOK'] === 'false' ? 'off' : 'error',
      config: { rules: [{ id: 'target-size', enabled: true }] },
    },
  },
  initialGlobals: { theme: 'system', dir: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Theme of the page',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'system', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    dir: {
      description: 'Direction of the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
};

export default preview;
