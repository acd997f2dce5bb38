import './quietConsole.js';
import './page.js';
import '../../src/styles/index.css';
