import { BeginUpload } from './begin-upload.js';
import { EndUpload } from './end-upload.js';
import { ReceiveUpload } from './receive-upload.js';
import { Upload } from './upload.entity.js';
import { UploadPiece } from './upload-piece.entity.js';
import { UploadQuery } from './upload.query.js';
import { uploadLastsFor, type UploadRow } from './upload-row.js';
import { Uploads } from './uploads.js';

export { BeginUpload, EndUpload, ReceiveUpload, Upload, uploadLastsFor, UploadPiece, UploadQuery, type UploadRow };

export const uploadEntities = [Upload, UploadPiece];
export const uploadUseCases = [BeginUpload, EndUpload, ReceiveUpload, UploadQuery];
export const uploadProviders = [Uploads];
