import './styles/mantine.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/print.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startWords } from './i18n/i18n.js';

const root = document.querySelector('#root');
if (root !== null) {
  await startWords();
  createRoot(root).render(<App />);
}
