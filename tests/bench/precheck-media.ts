export { writeFilm } from '../support/media/films.js';
export { writeSound } from '../support/media/sounds.js';
