// The last script: everything is there.
"use strict";
Shabaka.main.start();
